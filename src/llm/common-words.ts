/** Words that are names too. One of them alone says nothing about a person, and an answer may well need it. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `angel april arrow ash august bank banks bay bell best bill bird black blue bob bond book boss brook brown bush carpenter case chance chase
  chip church clay coast cook cotton cross dart dash dawn day dean delta early east echo ember eve faith field fields fish fisher flow ford
  forest fox frank freeman french frost gage game gates gene glass go gold good grace grant grass gray green grey guy hall hand harmony harper
  haskell head heath heaven hill hood hook hope house hunt hunter iron ivory jack jade jasmine java jean jenkins jewel joy judge julia july
  june junior justice keen key king knight lake lamb land lane last law lee less light lily little lock long low lucky main major man mark
  marsh mason mat max may mayor mercy mild mile miles mill mills moon more moss mount myth new noble noon north nova oak olive page park parks
  pascal patience penny pike pilot pine piper pitt pole pool pope porter post potter power powers price prince prior queen rain ray read red
  reed reef rest rice rich river rivers rob rock rod root rose ruby rule rush rust sage salt sandy scala sea season self senior serene service shade
  shadow shaw shell shepherd short silver singer sky small smart smith snow song south spark sparks spring star stark steel stone storm
  strange street strong sue summer sun swift temple tide tiger toll tower town trinity turner van von vue walker wall ward waters watts way
  weaver wells west wheeler white wild will wills win winter wise wolf wood woods worth wright yard york young
  de del della der den di da dos du la le el al bin ibn ten ter`.split(/\s+/),
);
