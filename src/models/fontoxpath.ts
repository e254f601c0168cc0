import { defineModel } from '../model/dsl.ts';

export const fontoxpath = defineModel({
  modules: ['fontoxpath'],
  sinks: {
    xpath: [
      'exports.{evaluateXPath,evaluateXPathToArray,evaluateXPathToAsyncIterator,evaluateXPathToBoolean,evaluateXPathToFirstNode,evaluateXPathToMap,evaluateXPathToNodes,evaluateXPathToNumber,evaluateXPathToNumbers,evaluateXPathToString,evaluateXPathToStrings,evaluateUpdatingExpression,evaluateUpdatingExpressionSync,compileXPathToJavaScript}[0]',
    ],
  },
});
