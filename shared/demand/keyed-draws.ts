/**
 * Random numbers by key, not in turn: each belongs to (seed, replication, name, patient, repeat), so that another design, another
 * order of events or one patient more changes nobody else's. Four rounds of a Feistel network over 64 bits (Luby and Rackoff 1988)
 * with Appleby's finaliser of MurmurHash3 as the round function: whole arithmetic, the same on every machine.
 */
export class DrawStream {
  private readonly k0: number
  private readonly k1: number
  private readonly k2: number
  private readonly k3: number

  /** `name` says what is drawn: a step, an arrival, a trait. */
  constructor(seed: number, replication: number, name: string) {
    const hash = hashOf(name)
    this.k0 = mixed(mixed(seed ^ 0x2545_f491) + hash)
    this.k1 = mixed(mixed(replication ^ 0x68e3_1da4) ^ mixed(seed + 0x1b56_c4e9))
    this.k2 = mixed(hash ^ mixed(replication + 0x7f4a_7c15))
    this.k3 = mixed(this.k0 ^ this.k1 ^ this.k2)
  }

  /** The number of a patient (a whole number below 2^32) and a repeat, in (0, 1). */
  uniform(patient: number, repeat: number): number {
    let left = patient | 0
    let right = repeat | 0
    right ^= mixed(left + this.k0)
    left ^= mixed(right + this.k1)
    right ^= mixed(left + this.k2)
    left ^= mixed(right + this.k3)
    // 53 bits, and never 0 or 1.
    return ((left >>> 5) * 67_108_864 + (right >>> 6) + 0.5) / 9_007_199_254_740_992
  }
}

function mixed(value: number): number {
  let x = value | 0
  x ^= x >>> 16
  x = Math.imul(x, 0x85eb_ca6b)
  x ^= x >>> 13
  x = Math.imul(x, 0xc2b2_ae35)
  return x ^ (x >>> 16)
}

/** FNV-1a over the letters of a name. */
function hashOf(name: string): number {
  let hash = 0x811c_9dc5
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x0100_0193)
  return mixed(hash)
}
