// What the scenarios run on: the bot in Development without tokens, and one playground for each of its two bots. All on this machine.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const technicians = { tenant: '0d3f5a6e-7b18-4c92-9e54-8a1c6f2b7d04', team: '19:technique@thread.tacv2', person: '11111111-0000-4000-8000-00000000000a' };
const customers = { tenant: '2e9b83f4-61c7-4d15-8b70-c4f3a0d97b02', person: '22222222-0000-4000-8000-00000000000b' }; // demo-premium.json
const apps = { customers: 'aaaaaaaa-0000-4000-8000-000000000001', technicians: 'bbbbbbbb-0000-4000-8000-000000000002' };
const started = [];

export async function start(scratch) {
  const [bot, forCustomers, forTechnicians] = [await freePort(), await freePort(), await freePort()];
  await startBot(scratch, bot, [forCustomers, forTechnicians]);
  const employee = { id: '29:admin', name: 'Nadia Keravel', address: 'admin@demo-premium.example', objectId: customers.person };
  const technician = { id: '29:technicien', name: 'Technicien de démonstration', address: 'technicien@msp.example', objectId: technicians.person };
  await startPlayground(scratch, 'customers', forCustomers, `http://127.0.0.1:${bot}/api/messages`, customers.tenant, apps.customers, 'Support SI-ONE', employee);
  await startPlayground(scratch, 'technicians', forTechnicians, `http://127.0.0.1:${bot}/api/technicians/messages`, technicians.tenant, apps.technicians, 'SI-ONE Technique', technician);
  return { customers: `http://127.0.0.1:${forCustomers}`, technicians: `http://127.0.0.1:${forTechnicians}`, board: `http://127.0.0.1:${bot}` };
}

export function stop() {
  for (const process of started) process.kill();
}

async function startBot(scratch, port, playgrounds) {
  const settings = {
    Url: `http://127.0.0.1:${port}`, DataFolder: join(scratch, 'data'), SupportAddress: 'support@msp.example', Customers: process.env.SIONE_CUSTOMERS,
    MailFolder: join(scratch, 'in'), OutFolder: join(scratch, 'out'), ObserveOnly: 'false', Teams__AllowAnonymous: 'true',
    Teams__Customers__AppId: apps.customers, Teams__Customers__TenantId: technicians.tenant,
    Teams__Technicians__AppId: apps.technicians, Teams__Technicians__TenantId: technicians.tenant,
    Teams__TechnicianTenantId: technicians.tenant, Teams__TechnicianTeamId: technicians.team, Teams__TechnicianChannelId: technicians.team,
    [`Teams__TechnicianRoles__${technicians.person}`]: 'Technician',
    Teams__ServiceHosts: playgrounds.map(playground => `http://127.0.0.1:${playground}`).join(', '),
  };
  const environment = Object.fromEntries(Object.entries(settings).map(([key, value]) => [`SiOne__${key}`, value]));
  run(scratch, 'bot', 'dotnet', [process.env.SIONE_BOT], { ...environment, ASPNETCORE_ENVIRONMENT: 'Development' });
  await answers(`http://127.0.0.1:${port}/health/ready`);
}

async function startPlayground(scratch, name, port, endpoint, tenant, app, botName, person) {
  const folder = join(scratch, `playground-${name}`);
  mkdirSync(folder, { recursive: true });
  const user = ({ id, name, address, objectId }) => ({
    id, name, userPrincipleName: address, aadObjectId: objectId, givenName: name.split(' ')[0], surname: name.split(' ').slice(1).join(' ') || name, email: address,
  });
  const others = [1, 2, 3, 4, 5].map(n => user({ id: `29:other-${n}`, name: `Personne ${n}`, address: `personne${n}@other.example`, objectId: `33333333-0000-4000-8000-00000000000${n}` }));
  // JSON is YAML.
  writeFileSync(join(folder, '.m365agentsplayground.yml'), JSON.stringify({
    version: '0.1.1', tenantId: tenant, bot: { id: `28:${app}`, name: botName }, currentUser: user(person), users: others,
    personalChat: { id: `a:personal-${name}` }, groupChat: { id: `19:group-${name}@thread.v2`, name: 'Groupe' },
    team: { id: technicians.team, name: 'Technique', aadGroupId: '44444444-0000-4000-8000-000000000001', channels: [] },
  }, null, 2));
  const cli = join(scratch, 'node_modules/@microsoft/m365agentsplayground/cli.js');
  run(folder, 'playground', 'node', [
    cli, 'start', '--app-endpoint', endpoint, '--channel-id', 'msteams', '--port', String(port), '--service-url', `http://127.0.0.1:${port}/_connector`, '--disable-telemetry',
  ]);
  await answers(`http://127.0.0.1:${port}/`);
}

function run(folder, name, program, args, environment = {}) {
  const log = openSync(join(folder, `${name}.log`), 'a');
  started.push(spawn(program, args, { cwd: folder, stdio: ['ignore', log, log], env: { ...process.env, ...environment } }));
}

async function answers(url) {
  for (const until = Date.now() + 60_000; Date.now() < until;) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not yet.
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer; the logs lie in the scratch folder.`);
}

function freePort() {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
