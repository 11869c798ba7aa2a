// What is expected here is the published behaviour of jsr:@std/csv 1.x (its
// documentation and the cases of its own tests), so that the package itself
// would pass too if "@std/csv" were mapped to it.
import { parse, stringify } from "@std/csv";
import assert from "node:assert/strict";
import fc from "fast-check";

const parseCases: [string, string, Parameters<typeof parse>[1], unknown][] = [
  ["reads lists of fields", "a,b,c\n", {}, [["a", "b", "c"]]],
  ["reads a last line without line end", "a,b,c", {}, [["a", "b", "c"]]],
  ["reads CRLF", "a,b\r\nc,d\r\n", {}, [["a", "b"], ["c", "d"]]],
  ["keeps a bare CR", "a,b\rc,d\r\n", {}, [["a", "b\rc", "d"]]],
  ["drops a CR at the very end", "a,b\r", {}, [["a", "b"]]],
  ["reads nothing from nothing", "", {}, []],
  ["skips blank lines", "a,b\n\nc,d\n\n", {}, [["a", "b"], ["c", "d"]]],
  ["skips CRLF blank lines", "\r\n\r\n", {}, []],
  ["keeps empty fields", "a,,\n,,\n", {}, [["a", "", ""], ["", "", ""]]],
  ["allows records of any length", "a,b\nc\n", {}, [["a", "b"], ["c"]]],
  ["splits at another separator", "a|b;c", { separator: "|" }, [["a", "b;c"]]],
  ["splits at a longer one", "a::b:c", { separator: "::" }, [["a", "b:c"]]],
  ["reads a quoted separator", '"a,a","b"', {}, [["a,a", "b"]]],
  ["reads a quoted quote", '"a ""word""",b', {}, [['a "word"', "b"]]],
  ["reads a quoted line end", '"a\r\nb",c', {}, [["a\nb", "c"]]],
  ["reads a quoted empty field", '""\n', {}, [[""]]],
  ["drops a byte order mark", "\ufeffa", {}, [["a"]]],
  ["keeps it later on", "a\ufeffb", {}, [["a\ufeffb"]]],
  ["keeps leading space", " a,  b", {}, [[" a", "  b"]]],
  ["trims it if asked", " a,  b ", { trimLeadingSpace: true }, [["a", "b "]]],
  ["trims before a quote", ' "a",b', { trimLeadingSpace: true }, [["a", "b"]]],
  ["knows no comment by default", "#a\nb", {}, [["#a"], ["b"]]],
  ["skips comments", "#a,b\nc#,#d\n#e", { comment: "#" }, [["c#", "#d"]]],
  ["keeps bare quotes if lazy", 'a "w",b""', { lazyQuotes: true }, [[
    'a "w"',
    'b""',
  ]]],
  ["still reads quotes if lazy", '"a|b"|c', {
    lazyQuotes: true,
    separator: "|",
  }, [["a|b", "c"]]],
  ["counts fields", "a,b\nc,d", { fieldsPerRecord: 2 }, [["a", "b"], [
    "c",
    "d",
  ]]],
  ["counts no fields if negative", "a\nb,c", { fieldsPerRecord: -1 }, [["a"], [
    "b",
    "c",
  ]]],
  ["names columns by the first row", "a,b\n1,2", { skipFirstRow: true }, [{
    a: "1",
    b: "2",
  }]],
  ["names columns as told", "1,2", { columns: ["x", "y"] }, [{
    x: "1",
    y: "2",
  }]],
  ["does both", "a,b\n1,2", { skipFirstRow: true, columns: ["x", "y"] }, [{
    x: "1",
    y: "2",
  }]],
  ["skips nothing unasked", "a\nb", { skipFirstRow: false }, [["a"], ["b"]]],
];
for (const [name, input, options, expected] of parseCases) {
  Deno.test(`parse() ${name}`, () => {
    // Objects of the package have no prototype to compare by.
    const result = JSON.parse(JSON.stringify(parse(input, options)));
    assert.deepEqual(result, expected);
  });
}

const refusals: [string, string, Parameters<typeof parse>[1], RegExp][] = [
  ["a bare quote", 'a "w",b', {}, /line 1\b.*: bare " in non-quoted-field$/],
  [
    "text after a quotation",
    'x\n"a"b',
    {},
    /line 2\b.*: extraneous or missing " in quoted-field$/,
  ],
  [
    "an open quotation",
    '"a\nb',
    {},
    /: extraneous or missing " in quoted-field$/,
  ],
  [
    "too few fields",
    "a,b\nc",
    { fieldsPerRecord: 0 },
    /^record on line 2: wrong number of fields$/,
  ],
  [
    "too many fields",
    "a,b,c",
    { fieldsPerRecord: 2 },
    /^record on line 1: wrong number of fields$/,
  ],
];
for (const [name, input, options, message] of refusals) {
  Deno.test(`parse() throws SyntaxError when there is ${name}`, () => {
    assert.throws(() => parse(input, options), {
      name: "SyntaxError",
      message,
    });
  });
}

Deno.test("parse() throws when a record does not fit the columns", () => {
  assert.throws(() => parse("a,b,c\nd,e", { skipFirstRow: true }), {
    message:
      "Syntax error on line 2: The record has 2 fields, but the header has 3 fields",
  });
  assert.throws(() => parse("a,b", { columns: ["x"] }), {
    message:
      "Syntax error on line 1: The record has 2 fields, but the header has 1 fields",
  });
  assert.throws(() => parse("", { skipFirstRow: true }), { name: "TypeError" });
});

Deno.test("parse() refuses a separator or comment that cannot be one", () => {
  for (const character of ["\r", "\n", '"']) {
    assert.throws(() => parse("", { separator: character }), {
      message: "Invalid Delimiter",
    });
    assert.throws(() => parse("", { comment: character }), {
      message: "Invalid Delimiter",
    });
  }
  assert.throws(() => parse("", { separator: "X", comment: "X" }), {
    message: "Invalid Delimiter",
  });
});

Deno.test("parse() is typed by its options", () => {
  // These lines are the test: the type-checker refuses them if a type changes.
  const lists: string[][] = parse("a");
  const byOptions: string[][] = parse("a", {
    separator: "|",
    lazyQuotes: true,
  });
  const byHeader: Record<string, string>[] = parse("a\nb", {
    skipFirstRow: true,
  });
  const byColumns: Record<"x", string>[] = parse("b", { columns: ["x"] });
  assert.deepEqual([
    lists[0][0],
    byOptions[0][0],
    byHeader[0].a,
    byColumns[0].x,
  ], ["a", "a", "b", "b"]);
});

const stringifyCases: [string, Parameters<typeof stringify>, string][] = [
  ["writes lists", [[["Rick", 70], ["Morty", 14]]], "Rick,70\r\nMorty,14\r\n"],
  ["writes nothing for nothing", [[]], ""],
  ["writes the header alone", [[], { columns: ["a"] }], "a\r\n"],
  [
    "writes objects by columns",
    [[{ a: 1, b: 2 }], { columns: ["b", "a"] }],
    "b,a\r\n2,1\r\n",
  ],
  [
    "leaves the header out",
    [[{ a: 1 }], { columns: ["a"], headers: false }],
    "1\r\n",
  ],
  ["writes columns of lists", [[["x", "y"]], { columns: [1] }], "1\r\ny\r\n"],
  [
    "names columns",
    [[{ a: 1 }], { columns: [{ prop: "a", header: "A" }] }],
    "A\r\n1\r\n",
  ],
  [
    "follows a way",
    [[{ a: { b: [7] } }], { columns: [["a", "b", 0]] }],
    "0\r\n7\r\n",
  ],
  ["follows a way with a name", [[{ a: { b: 7 } }], {
    columns: [{ prop: ["a", "b"], header: "c" }],
  }], "c\r\n7\r\n"],
  [
    "writes another separator",
    [[["a,", "b"]], { separator: "\t" }],
    "a,\tb\r\n",
  ],
  ["begins with a byte order mark", [[["a"]], { bom: true }], "\ufeffa\r\n"],
  ["quotes separators and quotes", [[["a,b", 'c"d']]], '"a,b","c""d"\r\n'],
  ["quotes line ends", [[["a\nb", "c\r\nd"]]], '"a\nb","c\r\nd"\r\n'],
  ["quotes no bare CR", [[["a\r"]]], "a\r\r\n"],
  [
    "writes nothing for null and undefined",
    [[[null, undefined, ""]]],
    ",,\r\n",
  ],
  [
    "writes truth values, big and small numbers",
    [[[true, false, 12n, 0.5]]],
    "true,false,12,0.5\r\n",
  ],
  ["writes objects as JSON", [[[{ v: 1 }, [2]]]], '"{""v"":1}",[2]\r\n'],
];
for (const [name, input, expected] of stringifyCases) {
  Deno.test(`stringify() ${name}`, () => {
    assert.equal(stringify(...input), expected);
  });
}

Deno.test("stringify() throws TypeError when it cannot tell what to write", () => {
  assert.throws(() => stringify([{ a: 1 }]), {
    name: "TypeError",
    message: "No property accessor function was provided for object",
  });
  assert.throws(() => stringify([["a"]], { columns: ["a"] }), {
    name: "TypeError",
    message: 'Property accessor is not of type "number"',
  });
  for (const separator of ['"', "\r\n"]) {
    assert.throws(() => stringify([["a"]], { separator }), {
      name: "TypeError",
      message: /^Separator cannot include the following strings:/,
    });
  }
});

Deno.test("parse() reads what stringify() wrote, for any fields", () => {
  const field = fc.string({ unit: fc.constantFrom(...'ab,|"\n #é') });
  fc.assert(
    fc.property(
      // A record of one empty field is a blank line, which parse() skips.
      fc.array(fc.array(field, { minLength: 2, maxLength: 4 })),
      fc.constantFrom(",", "|"),
      (rows, separator) => {
        assert.deepEqual(
          parse(stringify(rows, { separator }), { separator }),
          rows,
        );
      },
    ),
  );
});
