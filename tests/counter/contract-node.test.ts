import { contract } from './contract.ts';
import { nodeHost } from './node-host.ts';

contract('the counter on Node', (folder) => nodeHost(folder));
