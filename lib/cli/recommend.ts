/**
 * `deno task recommend`: films for a user of the data, or for whoever rates some
 * films in a CSV file, by a saved model.
 *
 * @module
 */
import { rules } from "../autoencoder/_options.ts";
import "../mod.ts";
import { numberOption } from "./_number_option.ts";
import { type OpenedModel, openModel } from "./_open_model.ts";
import {
  type RecommendedFilm,
  recommendFilms,
  type RecommendFilmsOptions,
} from "./_recommend_films.ts";
import { runTask, taskCommand } from "./_run_task.ts";

interface RecommendArguments extends RecommendFilmsOptions {
  model: string;
  json?: true;
}

const year = { must: "a year", holds: Number.isInteger };
const wholeNumber = {
  must: "a whole number of at least 0",
  holds: (value: number) => Number.isSafeInteger(value) && value >= 0,
};

/** A new command line each time: commander keeps what it has parsed. */
const recommendCommand = () =>
  taskCommand(
    "recommend",
    "Recommends films by a model that `deno task train --save` wrote.",
  )
    .requiredOption("--model <dir>", "the folder of the model")
    .option(
      "--user <id>",
      "a user of the data that the model was trained on",
      numberOption(rules.count),
    )
    .option(
      "--ratings <file>",
      "or your own ratings: a CSV file with a film (title or id) and its stars a line",
    )
    .option("--top <n>", "how many films", numberOption(rules.count), 10)
    .option(
      "--minimum-support <n>",
      "leave out films with fewer training ratings",
      numberOption(wholeNumber),
      20,
    )
    .option("--genre <names...>", "only films of one of these genres")
    .option(
      "--from <year>",
      "only films of this year or later",
      numberOption(year),
    )
    .option(
      "--to <year>",
      "only films of this year or earlier",
      numberOption(year),
    )
    .option("--why", "say which ratings moved each film most")
    .option(
      "--json",
      "print a JSON list of movieId, title and stars as the last line",
    )
    .addHelpText(
      "after",
      "\nThe model sees the user's training ratings of the split it was trained on;\n" +
        "films that the user has rated anywhere in the data are left out of the list.\n" +
        "Stars are what the model predicts, clipped to the scale. A ranking model sees\n" +
        "which films were rated, not how, and predicts no stars: its films stand in its\n" +
        "own order, with the stars that the bias model expects.",
    );

/**
 * The task itself.
 *
 * @param args What follows `deno task recommend`.
 * @returns The exit status.
 */
export async function recommendTask(args: readonly string[]): Promise<number> {
  const command = recommendCommand();
  const { model, json = false, ...options } = command
    .parse(args, { from: "user" }).opts<RecommendArguments>();
  if ((options.user === undefined) === (options.ratings === undefined)) {
    command.error("error: give either --user or --ratings");
  }
  using opened = await openModel(model, { quiet: json });
  const list = await recommendFilms(opened, options);
  console.log(json ? listJson(list) : listText(list, { opened, options }));
  return 0;
}

function listJson(list: readonly RecommendedFilm[]): string {
  return JSON.stringify(list.map(({ film, stars, why }) => ({
    movieId: film.movie,
    title: film.title,
    stars,
    ...(why !== undefined && { why }),
  })));
}

function listText(
  list: readonly RecommendedFilm[],
  { opened, options }: { opened: OpenedModel; options: RecommendFilmsOptions },
): string {
  const whom = options.user === undefined
    ? `for the ratings in ${options.ratings}`
    : `for user ${options.user}`;
  if (list.length === 0) {
    return `No film is left ${whom}: all are rated, or filtered out`;
  }
  return [
    `${list.length === 1 ? "1 film" : `${list.length} films`} ${whom}, ` +
    `by the training ratings of ${opened.split}:`,
    ...list.map(({ film, stars, why }, place) => {
      const number = String(place + 1).padStart(4);
      return why === undefined
        ? `${number}  ${stars.toFixed(1)} ★  ${film.title}, id ${film.movie}`
        : `${number}  id ${film.movie}, ${why}`;
    }),
    ...(opened.model.scale === undefined
      ? [
        "In the model's own order; it predicts no stars, these are the bias model's.",
      ]
      : []),
  ].join("\n");
}

if (import.meta.main) {
  Deno.exit(await runTask(() => recommendTask(Deno.args)));
}
