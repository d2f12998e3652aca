'use strict';

const {is} = require('./is');

// The most special type first.
const PREFIXES = [
  ['bpmn:StartEvent', 'startEvent_'],
  ['bpmn:EndEvent', 'endEvent_'],
  ['bpmn:Event', 'event_'],
  ['bpmn:UserTask', 'userTask_'],
  ['bpmn:ServiceTask', 'serviceTask_'],
  ['bpmn:BusinessRuleTask', 'businessRuleTask_'],
  ['bpmn:CallActivity', 'callActivity_'],
  ['bpmn:SubProcess', 'subProcess_'],
  ['bpmn:Gateway', 'gateway_'],
  ['bpmn:SequenceFlow', 'flow_']
];

/** An element's id says what it is: the tests, the history and the messages of a deployment name elements by their ids. */
module.exports = () => ({
  check(node, reporter) {
    const [, prefix] = PREFIXES.find(([type]) => is(node, type)) || [];
    if (prefix && !new RegExp(`^${prefix}[a-z][A-Za-z0-9]*$`).test(node.id)) {
      reporter.report(node.id, `ID は ${prefix} で始め、続きは英小文字で始めてください`);
    }
  }
});
