// The irregular verbs of English: base, past, participle. Words only; `verbs.ts` makes use of them.
// Where two pasts are current ("learned", "learnt"), the American one stands here.

const TABLE = `
arise arose arisen, awake awoke awoken, be was been, bear bore borne, beat beat beaten, become became become, befall befell befallen,
beget begot begotten, begin began begun, behold beheld beheld, bend bent bent, beset beset beset, bet bet bet, bid bid bid, bind bound bound,
bite bit bitten, bleed bled bled, blow blew blown, break broke broken, breed bred bred, bring brought brought, broadcast broadcast broadcast,
build built built, burst burst burst, buy bought bought, cast cast cast, catch caught caught, choose chose chosen, cling clung clung,
come came come, cost cost cost, creep crept crept, cut cut cut, deal dealt dealt, dig dug dug, do did done, draw drew drawn, drink drank drunk,
drive drove driven, dwell dwelt dwelt, eat ate eaten, fall fell fallen, feed fed fed, feel felt felt, fight fought fought, find found found,
fit fit fit, flee fled fled, fling flung flung, fly flew flown, forbid forbade forbidden, forecast forecast forecast, foresee foresaw foreseen,
foretell foretold foretold, forget forgot forgotten, forgive forgave forgiven, forsake forsook forsaken, freeze froze frozen, get got gotten,
give gave given, go went gone, grind ground ground, grow grew grown, hang hung hung, have had had, hear heard heard, hide hid hidden, hit hit hit,
hold held held, hurt hurt hurt, input input input, keep kept kept, kneel knelt knelt, know knew known, lay laid laid, lead led led, leave left left,
lend lent lent, let let let, lie lay lain, light lit lit, lose lost lost, make made made, mean meant meant, meet met met, mislead misled misled,
mistake mistook mistaken, misunderstand misunderstood misunderstood, mow mowed mown, offset offset offset, outdo outdid outdone,
outgrow outgrew outgrown, outrun outran outrun, outshine outshone outshone, overcome overcame overcome, overdo overdid overdone,
overeat overate overeaten, overhear overheard overheard, oversee oversaw overseen, oversleep overslept overslept, overtake overtook overtaken,
overthrow overthrew overthrown, pay paid paid, proofread proofread proofread, put put put, quit quit quit, read read read, rebuild rebuilt rebuilt,
redo redid redone, redraw redrew redrawn, regrow regrew regrown, rehear reheard reheard, remake remade remade, repay repaid repaid,
reread reread reread, resell resold resold, reset reset reset, retell retold retold, rethink rethought rethought, retake retook retaken,
rewind rewound rewound, rewrite rewrote rewritten, rid rid rid, ride rode ridden, ring rang rung, rise rose risen, run ran run, say said said,
see saw seen, seek sought sought, sell sold sold, send sent sent, set set set, sew sewed sewn, shake shook shaken, shed shed shed,
shine shone shone, shoot shot shot, show showed shown, shrink shrank shrunk, shut shut shut, sing sang sung, sink sank sunk, sit sat sat,
slay slew slain, sleep slept slept, slide slid slid, sling slung slung, slink slunk slunk, slit slit slit, sow sowed sown, speak spoke spoken,
speed sped sped, spend spent spent, spin spun spun, spit spat spat, split split split, spread spread spread, spring sprang sprung, stand stood stood,
steal stole stolen, stick stuck stuck, sting stung stung, stink stank stunk, stride strode stridden, strike struck struck, string strung strung,
strive strove striven, swear swore sworn, sweep swept swept, swell swelled swollen, swim swam swum, swing swung swung, take took taken,
teach taught taught, tear tore torn, tell told told, think thought thought, throw threw thrown, thrust thrust thrust, tread trod trodden,
unbend unbent unbent, unbind unbound unbound, undergo underwent undergone, understand understood understood, undertake undertook undertaken,
undo undid undone, unfreeze unfroze unfrozen, unwind unwound unwound, uphold upheld upheld, upset upset upset, wake woke woken, wear wore worn,
weave wove woven, weep wept wept, wet wet wet, win won won, wind wound wound, withdraw withdrew withdrawn, withhold withheld withheld,
withstand withstood withstood, wring wrung wrung, write wrote written, babysit babysat babysat, browbeat browbeat browbeaten,
crossbreed crossbred crossbred, daydream daydreamed daydreamed, hamstring hamstrung hamstrung, handwrite handwrote handwritten,
inset inset inset, interweave interwove interwoven, miscast miscast miscast, mishear misheard misheard, misread misread misread,
misspeak misspoke misspoken, misspell misspelled misspelled, outbid outbid outbid, outfight outfought outfought, outsell outsold outsold,
overbuild overbuilt overbuilt, overdraw overdrew overdrawn, overfeed overfed overfed, overhang overhung overhung, override overrode overridden,
overspend overspent overspent, partake partook partaken, preset preset preset, resit resat resat, reteach retaught retaught, rerun reran rerun,
sightsee sightsaw sightseen, skydive skydived skydived, sleepwalk sleepwalked sleepwalked, sublet sublet sublet, sunburn sunburned sunburned,
typeset typeset typeset, unhang unhung unhung, unstick unstuck unstuck, untell untold untold, waylay waylaid waylaid, wed wed wed
`;

const ROWS = TABLE.trim()
  .split(/,\s*/)
  .map((line) => line.split(' '));

/** Base → past. `be` is given as "was"; its plural is the caller's matter. */
export const IRREGULAR_PAST: ReadonlyMap<string, string> = new Map(
  ROWS.map(([base = '', past = '']): [string, string] => [base, past]),
);

/** Base → participle: "eaten". */
export const IRREGULAR_PARTICIPLE: ReadonlyMap<string, string> = new Map(
  ROWS.map(([base = '', , participle = '']): [string, string] => [base, participle]),
);
