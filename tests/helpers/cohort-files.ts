const HEAD = "patient,day,score,dose_g_per_kg";

/** A name that no page may run and no table may be torn by. */
export const wildName = `<script>alert(1)</script>${"x".repeat(175)}`;

/** Two patients, one of them with a single score and a wild name. */
export const twoPatients: string = `${HEAD}\na,0,9,2\na,14,3,\na,90,6,\n${wildName},0,8,2\n`;

/** Two with a course each, one who does not respond, and one with two courses. */
export const fourPatients: string = [
  HEAD,
  ...["a,0,9,2", "a,10,3,", "a,60,4,", "a,120,8,"],
  ...["b,0,8,2", "b,14,2,", "b,70,3,", "b,130,7,"],
  ...["still,0,8,2", "still,14,8,", "still,60,8,", "still,120,8,"],
  ...["twice,0,10,2", "twice,14,3,", "twice,100,8,", "twice,180,10,2", "twice,200,4,", "twice,260,6,"],
  "",
].join("\n");

/** Patients with four scores each, all a little different. */
export function manyPatients(n: number): string {
  const rows = Array.from({ length: n }, (_, i) => [
    `p${i + 1},0,${8 + (i % 3)},2`,
    `p${i + 1},${10 + (i % 5)},${1 + (i % 5)},`,
    `p${i + 1},60,${3 + (i % 4)},`,
    `p${i + 1},${110 + (i % 7) * 5},${6 + (i % 3)},`,
  ]);
  return `${[HEAD, ...rows.flat()].join("\n")}\n`;
}
