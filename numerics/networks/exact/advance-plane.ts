import { MEMORY, STRAIN, type Advance } from './advance.js';

/** `advanceClasses` for two inputs, written out. */
export const advancePlaneClasses: Advance = (state, classes, hidden, output) => {
  const { members, change, moments, slopes, push, path, pace, balance, due, expired, strained } = state;
  let count = 0;
  let strainedCount = 0;
  for (let c = 0; c < classes; c++) {
    if (members[c] === 0) continue;
    const p = push[3 * c];
    const q = push[3 * c + 1];
    const r = push[3 * c + 2];
    const squares = p * p + q * q + r * r;
    if (squares === 0) continue; // at rest
    const e = 16 * c;

    // The a-row of I + E.
    const au = change[e + 12];
    const av = change[e + 13];
    const ab = change[e + 14];
    const ac = change[e + 15];
    const aa = 1 + ac;
    const row = au * au + av * av + ab * ab + aa * aa * balance[c];
    const growth = Math.abs(hidden) * Math.sqrt(squares * row) + Number.EPSILON * path[c];

    const uu = change[e];
    const uv = change[e + 1];
    const ub = change[e + 2];
    const ua = change[e + 3];
    const vu = change[e + 4];
    const vv = change[e + 5];
    const vb = change[e + 6];
    const va = change[e + 7];
    const bu = change[e + 8];
    const bv = change[e + 9];
    const bb = change[e + 10];
    const ba = change[e + 11];
    const op = output * p;
    const oq = output * q;
    const or = output * r;
    const au1 = au - (op * (1 + uu) + oq * vu + or * bu);
    const av1 = av - (op * uv + oq * (1 + vv) + or * bv);
    const ab1 = ab - (op * ub + oq * vb + or * (1 + bb));
    const ac1 = ac - (op * ua + oq * va + or * ba);
    change[e + 12] = au1;
    change[e + 13] = av1;
    change[e + 14] = ab1;
    change[e + 15] = ac1;

    // Σz₀z₀ᵀ (a-row of I + E)ᵀ
    const muv = moments[e + 1];
    const mub = moments[e + 2];
    const mua = moments[e + 3];
    const mvb = moments[e + 6];
    const mva = moments[e + 7];
    const mba = moments[e + 11];
    const maa = moments[e + 15];
    const iu = mua + (moments[e] * au1 + muv * av1 + mub * ab1 + mua * ac1);
    const iv = mva + (muv * au1 + moments[e + 5] * av1 + mvb * ab1 + mva * ac1);
    const ib = mba + (mub * au1 + mvb * av1 + moments[e + 10] * ab1 + mba * ac1);
    const ia = maa + (mua * au1 + mva * av1 + mba * ab1 + maa * ac1);

    const hp = hidden * p;
    const uu1 = uu - hp * au;
    const uv1 = uv - hp * av;
    const ub1 = ub - hp * ab;
    const ua1 = ua - hp * aa;
    change[e] = uu1;
    change[e + 1] = uv1;
    change[e + 2] = ub1;
    change[e + 3] = ua1;
    slopes[3 * c] = iu + (uu1 * iu + uv1 * iv + ub1 * ib + ua1 * ia);
    const hq = hidden * q;
    const vu1 = vu - hq * au;
    const vv1 = vv - hq * av;
    const vb1 = vb - hq * ab;
    const va1 = va - hq * aa;
    change[e + 4] = vu1;
    change[e + 5] = vv1;
    change[e + 6] = vb1;
    change[e + 7] = va1;
    slopes[3 * c + 1] = iv + (vu1 * iu + vv1 * iv + vb1 * ib + va1 * ia);
    const hr = hidden * r;
    const bu1 = bu - hr * au;
    const bv1 = bv - hr * av;
    const bb1 = bb - hr * ab;
    const ba1 = ba - hr * aa;
    change[e + 8] = bu1;
    change[e + 9] = bv1;
    change[e + 10] = bb1;
    change[e + 11] = ba1;
    slopes[3 * c + 2] = ib + (bu1 * iu + bv1 * iv + bb1 * ib + ba1 * ia);

    path[c] += growth;
    const remembered = MEMORY * pace[c];
    pace[c] = growth > remembered ? growth : remembered;
    if (path[c] >= due[c]) expired[count++] = c;
    const swing = au1 * au1 + av1 * av1 + ab1 * ab1;
    if (!(path[c] < STRAIN && swing < STRAIN * STRAIN * balance[c])) strained[strainedCount++] = c;
  }
  state.expiredCount = count;
  state.strainedCount = strainedCount;
};
