import { defineModel } from '../model/dsl.ts';

export const formidable = defineModel({
  modules: ['formidable', 'multiparty'],
  types: { Form: ['exports()', 'exports.{formidable,IncomingForm,Form}()'] },
  sources: {
    remote: ['Form.parse().0', 'Form.parse[1](1)', 'Form.parse().1.*.*.originalFilename', 'Form.parse[1](2).*.originalFilename', 'Form.parse[1](2).*.*.originalFilename', "Form.on('field')[1](0..1)"],
    error: ['Form.parse[1](0)'],
  },
});
