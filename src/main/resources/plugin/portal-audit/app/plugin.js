// Cockpit loads this for the plugin on the server, and stays blank where it cannot: so nothing here may fail.
export { default } from '../../../../../../app/cockpit/audit/audit.js';
