// Tasklist loads this file of every server plugin, and stays blank without it: the portal's pages as parts of Tasklist.
import { contract, request } from './details.js';
import { contracts, requests } from './lists.js';
import { logIn, navigation } from './navigation.js';

export default [logIn, navigation, contracts, contract, requests, request];
