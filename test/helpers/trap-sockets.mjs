// Loaded before the program: every attempt to reach the network is written to a file and refused.
import { appendFileSync } from 'node:fs';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const log = process.env.TRAP_LOG;
const refuse = (what) => {
  appendFileSync(log, `${what}\n`);
  throw new Error(`The network was used: ${what}`);
};

net.Socket.prototype.connect = function connect(...to) {
  refuse(`connect ${JSON.stringify(to[0])}`);
};
dns.lookup = (host) => refuse(`lookup ${host}`);
dns.promises.lookup = async (host) => refuse(`lookup ${host}`);
syncBuiltinESMExports();
