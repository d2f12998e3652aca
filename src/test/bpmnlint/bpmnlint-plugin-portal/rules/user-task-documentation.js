'use strict';

const {is, isBlank} = require('./is');

/** Tasklist shows the documentation to whoever works on the task. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:UserTask') && (node.documentation || []).every(one => isBlank(one.text))) {
      reporter.report(node.id, '人の作業には、何をするかを「文書」に書いてください');
    }
  }
});
