// Cockpit loads a script of each plugin on the server and stays blank without one. The pages are in app/cockpit/audit.
export default [];
