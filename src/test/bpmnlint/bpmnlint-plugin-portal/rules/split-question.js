'use strict';

const {isSplit} = require('./is');

/** A gateway that decides asks a question. */
module.exports = () => ({
  check(node, reporter) {
    if (isSplit(node) && !/[?？]$/.test((node.name || '').trim())) {
      reporter.report(node.id, '分岐の名前は「？」で終わる問いにしてください');
    }
  }
});
