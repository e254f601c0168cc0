import { defineModel } from '../model/dsl.ts';

export const undici = defineModel({
  modules: ['undici'],
  types: { Client: ['exports.{Client,Pool,Agent,ProxyAgent,BalancedPool}()', ':{Client,Pool,Dispatcher}'], Answer: ['request()', 'Client.request()'], 'global:WebResponse': ['fetch()'] },
  sources: { network: ['Answer.headers', 'Answer.body.{json,text,arrayBuffer,blob,formData}()', "Answer.body.on('data')[1](0)"] },
  sinks: { url: ['exports.{fetch,request,stream,pipeline,connect,upgrade}[0]', 'exports.{Client,Pool,BalancedPool,WebSocket,EventSource}[0]', 'Client.{request,stream,dispatch}[0].origin'] },
  marks: {
    connects: ['exports.{fetch,request,stream}', 'Client.{request,stream}'],
    certificates: ['exports.Agent[0].connect.rejectUnauthorized', 'exports.{Client,Pool,BalancedPool}[1].connect.rejectUnauthorized', 'exports.ProxyAgent[0].{requestTls,proxyTls}.rejectUnauthorized'],
    identity: ['exports.Agent[0].connect.checkServerIdentity', 'exports.{Client,Pool,BalancedPool}[1].connect.checkServerIdentity'],
  },
});
