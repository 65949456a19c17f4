/**
 * Four points name R as the value to trust, which answers 0 there: these are 60-digit values instead (for one degree of
 * freedom on both sides it is tan²(πp/2)).
 */
const corrected = {
  '{"p":1e-10,"df1":1,"df2":1}': 2.46740110027234e-20,
  '{"p":1e-14,"df1":1,"df2":1}': 2.4674011002723396e-28,
  '{"p":1e-14,"df1":1,"df2":30}': 1.5971907257747137e-28,
  '{"p":1e-14,"df1":1,"df2":100000}': 1.5708041807961654e-28,
};

/** The value to trust of a reference point: 34-digit arithmetic, R, or an independent integration. */
function trusted(point) {
  const better = point.fn === "qf" ? corrected[JSON.stringify(point.args)] : undefined;
  return better ?? Number(point[point.use.split(" ")[0]]);
}

function relativeError(value, truth) {
  if (!Number.isFinite(value)) return value === truth ? 0 : Infinity;
  return truth === 0 ? Math.abs(value) : Math.abs(value / truth - 1);
}

/** Worst relative error of one implementation over the points of one function and region. */
export function worstError(compute, points) {
  let worst = { error: -1, args: null };
  for (const point of points) {
    let error = Infinity;
    try {
      error = relativeError(compute(point.args), trusted(point));
    } catch {
      // An exception where a value exists counts as no answer.
    }
    if (error > worst.error) worst = { error, args: point.args };
  }
  return worst;
}
