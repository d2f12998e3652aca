'use strict';

/** Whether a node is of a BPMN type. */
const is = (node, type) => typeof node.$instanceOf === 'function' && node.$instanceOf(type);

/** An exclusive gateway that decides: more than one way out. */
const isSplit = node => is(node, 'bpmn:ExclusiveGateway') && (node.outgoing || []).length > 1;

const isBlank = text => !text || text.trim() === '';

module.exports = {is, isSplit, isBlank};
