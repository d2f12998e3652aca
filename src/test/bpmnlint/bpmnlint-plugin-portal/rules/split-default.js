'use strict';

const {isSplit} = require('./is');

/** Without a default flow a case stops where no condition holds. */
module.exports = () => ({
  check(node, reporter) {
    if (isSplit(node) && !node.default) {
      reporter.report(node.id, '分岐には、安全な側の答えを既定のフローにしてください');
    }
  }
});
