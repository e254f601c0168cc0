import { koaCompose } from '../../src/models/koa-compose.ts';
import { describeModel, way } from './harness.ts';

describeModel(koaCompose, "import compose from 'koa-compose';", [way('koa:Handler', 'exports[0]', 'export default compose([async (ctx) => SINK(ctx.query.q)]);')]);
