// Prints what Microsoft's checker says against a package's files, one line a message, then "checked N".
// Usage: node validate.cjs FOLDER…   (each holding manifest.json and en.json)
const fs = require("node:fs");
const path = require("node:path");
const { AppManifestUtils } = require("@microsoft/app-manifest");

// The schemas come with the checker. A look at the network would be a test of the network.
globalThis.fetch = (url) => {
  throw new Error(`the checker has no schema of its own for ${url}`);
};

// The localization schema has a few patterns that JavaScript refuses. Without them more is forbidden, never less: what matches no pattern is an error.
function withoutUnreadablePatterns(schema) {
  const readable = ([pattern]) => {
    try {
      return new RegExp(pattern, "u") instanceof RegExp;
    } catch {
      return false;
    }
  };
  const patterns = schema.patternProperties;
  return patterns && schema.additionalProperties === false
    ? { ...schema, patternProperties: Object.fromEntries(Object.entries(patterns).filter(readable)) }
    : schema;
}

async function check(file) {
  const json = JSON.parse(fs.readFileSync(file, "utf8"));
  const schema = await AppManifestUtils.fetchSchema(json.$schema);
  return AppManifestUtils.validateAgainstSchema(json, withoutUnreadablePatterns(schema));
}

(async () => {
  let checked = 0;
  for (const folder of process.argv.slice(2)) {
    for (const name of ["manifest.json", "en.json"]) {
      const file = path.join(folder, name);
      for (const message of await check(file)) console.log(`${path.basename(folder)}/${name}: ${message}`);
      checked += 1;
    }
  }
  console.log(`checked ${checked}`);
})();
