// Finds packages under the folder that scripts/browsers.sh fills.

const folder = new URL("../../../target/browser/package.json", import.meta.url).href;

export function resolve(specifier, context, next) {
  const isPackage = !/^[./]|^node:|^file:/.test(specifier);
  return next(specifier, isPackage && context.parentURL?.includes("/tests/real/") ? { ...context, parentURL: folder } : context);
}
