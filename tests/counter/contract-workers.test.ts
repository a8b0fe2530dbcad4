import { contract } from './contract.ts';
import { workersHost } from './workers-host.ts';

contract('the counter on Workers', (folder) => workersHost(folder, {}));
contract('the counter on Workers, three shards', (folder) => workersHost(folder, { SHARDS: '3' }));
