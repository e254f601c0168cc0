import { ip } from '../../src/models/ip.ts';
import { describeModel, guard } from './harness.ts';

describeModel(ip, "import ip from 'ip';", [guard('*', 'exports.{isV4Format,isV6Format}[0]', 'if (ip.EACH(INPUT)) SINK(INPUT);', 'if (!ip.EACH(INPUT)) SINK(INPUT);', 'if (ip.isPrivate(INPUT)) SINK(INPUT);')]);
