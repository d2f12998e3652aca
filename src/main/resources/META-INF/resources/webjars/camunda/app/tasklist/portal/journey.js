// The portal's path through Tasklist: one step after the other, with the guide's words on the buttons. Loaded before Tasklist
// starts; whatever goes wrong in here leaves Tasklist as it is.
import { keepCounting } from './counts.js';
import { listen, onSending } from './follow.js';
import { watch } from './forms.js';
import { roleOfThePerson } from './role.js';
import { offerSearch } from './search.js';
import { keepNaming } from './tools.js';

listen();
watch();
offerSearch();
keepNaming();
const countAgain = keepCounting();
onSending(sending => sending || countAgain());

export default [roleOfThePerson];
