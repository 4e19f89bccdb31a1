import { chanceOf } from '../../demo/people/chance.ts';
import { makeWorld } from './generator/world.ts';
import { makePerson } from './generator/people.ts';
import { loginsOf } from './generator/logins.ts';
import { replay, type Scored } from './replay.ts';
import { askedAgain, caughtShare, ofAttacker, thresholdsFor } from './judge.ts';
import { uncalibrated } from '../../server/src/risk/calibration.ts';
import { network } from '../../server/src/risk/signals/network.ts';
import { client } from '../../server/src/risk/signals/client.ts';
import { timeOfDay } from '../../server/src/risk/signals/time-of-day.ts';
import { device } from '../../server/src/risk/signals/device.ts';
const N = Number(process.argv[2] ?? 3000);
const chance = chanceOf('limen');
const world = makeWorld(chance.of('world'));
const people = Array.from({ length: N }, (_, id) => makePerson(world, id, chance.of(`p${id}`)));
const logins = people.flatMap((p) => loginsOf(world, p, 18300, 18300 + 400, chance.of(`l${p.id}`))).sort((a, b) => a.at - b.at);
console.log('logins', logins.length);
for (const [name, signals, marks] of [['paper features', [network, client], false], ['+hour', [network, client, timeOfDay], false], ['+device', [network, client, timeOfDay, device], true]] as const) {
  const t0 = performance.now();
  const scored = replay(world, people, logins, { model: { signals, calibration: uncalibrated, prior: 0.01 }, marks, seed: 's', everyNthAttack: 4, hostileEvery: 10 });
  const ms = performance.now() - t0;
  console.log(name, scored.length, Math.round(scored.length / ms * 1000), '/s');
  const genuine = ofAttacker(scored, undefined);
  for (const [who, of] of [['ours', (s: Scored) => s.sum], ['freeman', (s: Scored) => s.freeman]] as const) {
    if (who === 'freeman' && name !== 'paper features') continue;
    for (const attacker of ['naive', 'vpn', 'targeted', 'veryTargeted'] as const) {
      for (const tpr of attacker === 'naive' ? [.995, .99] : attacker === 'veryTargeted' ? [.8276, .7816] : [.99, .98]) {
        const attacks = ofAttacker(scored, attacker);
        const thr = thresholdsFor(attacks, tpr, of);
        const row = [12, 20, 39].map((n) => { const a = askedAgain(genuine, n, thr, of).sort((x, y) => x - y); return `${a[a.length >> 1]} (mean ${(a.reduce((s, x) => s + x, 0) / a.length).toFixed(2)} p90 ${a[Math.floor(a.length * .9)]} of ${a.length})`; });
        console.log('  ', who, attacker, tpr, caughtShare(attacks, thr, of).toFixed(4), row.join(' | '));
      }
    }
  }
}
