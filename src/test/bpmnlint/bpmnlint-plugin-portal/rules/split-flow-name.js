'use strict';

const {isBlank, isSplit} = require('./is');

/** The flows out of a question are its answers. */
module.exports = () => ({
  check(node, reporter) {
    if (isSplit(node)) {
      node.outgoing.filter(flow => isBlank(flow.name))
        .forEach(flow => reporter.report(flow.id, '分岐の先のフローに、答えを名前として付けてください'));
    }
  }
});
