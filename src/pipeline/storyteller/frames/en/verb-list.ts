// The regular verbs that children's books live on, with the feel of some of them. Words only.
// A word that is not here (nor irregular) is taken for a verb only when its form leaves no doubt.

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const REGULAR_VERBS: readonly string[] = words(`
accept act add admire admit adopt adore agree aim allow amaze amuse announce answer appear applaud apologize approach argue arrange arrive ask
assemble attach attack attend avoid bake balance bang bark bathe bathe beam beg behave believe belong blame blend bless blink bloom blossom blush
boast boil bother bounce bow brag brush bubble build bump burn bury buzz call calm camp care carry carve cause celebrate change chase chat chatter
check cheer chew chirp chop chuckle circle clap clean clear click climb close coach collect color colour comb comfort compare compete complain complete
concentrate connect construct contact contain continue cook cool copy correct cough count cover crack crash crawl create croak cross crouch
crowd crush cry cuddle curl cycle dance dare dash decide decorate defend delight deliver depend describe deserve design destroy dip die disagree disappear
discover discuss dislike dive divide doodle drag dream dress dribble drift drip drool drop drown drum dry dust dye earn echo embrace empty encourage
end enjoy enter erase escape examine excite exclaim excuse exercise exist expand expect explain explode explore express fail faint fasten fear fetch
fill film finish fish fix flap flash flip float flow flutter fold follow fool form frame frighten frown fry gallop garden gather gaze giggle glance gleam glide
glitter glow glue gobble grab greet grin grip groan growl grumble guard guess guide gulp hand handle happen harvest hatch hate haul heal heat help
hesitate hike hiss hop hope hover howl hug hum hunt hurry ignore imagine imitate impress improve include increase inspect introduce invent invite itch
jiggle jog join joke juggle jump kick kid kiss knit knock label land last laugh launch lean leap learn lick lift like limp listen live load lock long
look love lower manage march mark match matter measure meditate melt mend meow miaow milk mime mind miss mix moan moo move mumble mutter nap need nibble
nod notice obey observe offer open order organize overflow own pack paddle paint pant park pass paste pat pause pedal peek peel peep peer perform pet phone
photograph pick pile pinch place plan plant play please plop plow point poke polish pop pounce pour practice practise praise pray prepare press pretend
prevent print promise protect prove puff pull pump punch push puzzle quack question race rain raise reach realize receive recognize record recycle refuse
relax release remain remember remind remove repair repeat reply rescue respect rest return reveal rhyme rinse roar roast rock roll row rub ruin rule rush
sail salute save scamper scare scatter scold scoop score scrape scratch scream scribble scrub search seem separate serve settle shape share shave shiver shop
shout shove show shower shrug sigh sign sketch skate ski skip slam slap slice slip slither slow slump smash smell smile sneak sneeze sniff snore snow snuggle soak
solve sort sound spell spill splash spot spray sprinkle sprout squat squeak squeal squeeze stack stamp stare start stay steer step stir stomp stop store
stretch stroke stroll struggle study stuff stumble suck suggest surf surprise surround swallow sway switch talk tame tap taste tease test thank tickle tidy tie
tilt tiptoe toast toss touch trace trade train travel treat tremble trick trip trot trust try tuck tug tumble turn twinkle twirl twist type unlock unpack
unplug untie unwrap use vanish visit wag wait walk wander want warm warn wash waste watch water wave weigh welcome whine whirl whisper whistle wiggle wink wipe
wish wobble wonder work worry wrap wrestle yawn yell zip zoom accompany adjust afford alert amble arrest assist bellow blast bob bobble braid bury cackle
capture charge chant chime chomp clatter clean cluck collapse command confuse crave crinkle crochet crumble crunch curtsy dangle dart dawdle delay demand
dodge drape drizzle dwindle entertain exchange fade feast fidget flicker flop flock frolic fumble gaze grow grunt gurgle hail heave hobble huddle hush inch
inflate inform inhale exhale breathe jingle jostle knead lap limber linger loosen lullaby marvel munch nag neigh nestle nudge nuzzle obtain ooze orbit parade
patter peck perch perk persuade piggyback pirouette plead plod plunge pluck pose prance preen prick produce provide prowl purr pursue quarrel quiver rattle
reflect reel rehearse rejoice replant require restore retreat revolve ripen rotate ruffle rumble rustle scoot scowl scurry serenade shatter shuffle sip sizzle
skid slide slurp snap snarl snatch sniffle snort soar sob somersault spark sparkle splatter sprint squawk squirm stagger startle stitch stomp strum strut
stun support suspect swirl swish swoop tackle taxi thump tinkle tower trail transform tread trickle trudge twitch unfold unite vacuum venture wade waddle wail warble
whack wheel whoosh wilt worship yelp yodel zigzag daydream cartwheel backpack applaud bathe chuckle clamber coax copy cradle dine dig dunk erupt fan fiddle
flatten garden giggle glimmer hammer handle harvest header hook hurl ice iron jab juggle kayak lasso litter mail mash mop nail number nurse operate oil pad
picnic panic mimic pitch plop plug pretend process punish quilt rake rate refill regret relate rely rent replace rescue ring ride risk roam sack saddle salt
sand sanitize scan scent screech seal season sew shelter shock shoulder sign slice smack smooth sneak soap spoil sponge squash squirt steam sting strap submit
sweeten swap tape tend thread tick tire tow twine unbutton undress vote warm weed whip wheeze whisk widen wriggle yearn`);

/** Energy: legs, arms, laughter. */
export const LIVELY_VERBS: ReadonlySet<string> = new Set(
  words(`run jump play dance swim climb race skip hop kick throw catch bounce laugh cheer clap ride slide swing spin
skate ski splash dive gallop march stomp roll twirl giggle sing leap dash sprint cycle surf tumble exercise stretch cartwheel somersault fly celebrate
chase paddle row hike sail zoom wiggle shake drum blow score pedal frolic prance scamper`),
);

/** Stillness. */
export const QUIET_VERBS: ReadonlySet<string> = new Set(
  words(`sleep nap rest lie dream daydream read snuggle cuddle doze relax meditate whisper yawn sit listen think hide wait
hush snore breathe pray gaze hug tiptoe`),
);

/** Trouble and tears. */
export const BLUE_VERBS: ReadonlySet<string> = new Set(
  words(`cry weep sob fall lose break hurt bleed fight argue quarrel miss fail scream tremble shiver worry fear hate complain
frown drown crash spill steal tear ruin destroy scold sigh moan groan die attack bite hit burn sneeze cough limp faint flee escape`),
);
