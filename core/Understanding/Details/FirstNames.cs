using System.Collections.Frozen;

namespace SiOne.Bot.Understanding.Details;

/// <summary>Common first names, folded; a hint where capitals are missing or everywhere. A name that is not here is still read by its capitals.</summary>
internal static class FirstNames
{
    private static readonly FrozenSet<string> Names = (
        "adele adeline adrien agathe agnes ahmed aicha alain alan albert alex alexandra alexandre alexis alice alicia alix aline alison ali amandine amelie amina amine ana anais andre andrea angela angelique anissa anita anna anne annick annie anthony antoine antonio "
        + "apolline ariane armand armelle arnaud arthur astrid audrey aurelie aurelien aurore axel axelle aymeric baptiste barbara basile bastien beatrice benedicte benjamin benoit bernadette bernard berenice bertrand blandine boris brigitte bruno "
        + "camille capucine carine carla carlos carole caroline catherine cathy cecile cecilia cedric celia celine chantal charlene charles charline charlotte chloe christelle christian christiane christine christophe claire clara clarisse claude claudia claudine clemence clement clotilde colette coline colin constance coralie corentin corinne cyril cyrille "
        + "damien daniel daniele danielle david deborah delphine denis denise diane didier dimitri dominique dorian dylan edith edouard eleonore eliane elias elie elisa elisabeth elise ella elodie eloise elsa emeline emilie emma emmanuel emmanuelle enzo eric erica erwan esteban estelle esther etienne eugenie eva evelyne "
        + "fabien fabienne fabrice fanny farid fatima fatou fatoumata faustine felix fernand flavie flavien flora florence florent florian france francis franck francois francoise frederic frederique gabin gabriel gabrielle gael gaelle gaetan genevieve geoffrey georges gerald geraldine gerard germain ghislaine gilbert gilles gisele gregoire gregory guillaume guy gwenaelle gwendoline gwenael "
        + "habib hamza hassan helene henri henriette herve hugo hugues ibrahim ines irene iris isabelle ivan jacqueline jacques jade jean jeanne jennifer jeremie jeremy jerome jessica joachim joel joelle johan johanna jonathan jordan jose joseph josephine josette josiane josselin juan jules julia julie julien juliette justin justine "
        + "karen karim karine katia kelly kenza kevin killian kylian laetitia lambert lara laura laure laurence laurent lea leila lena leo leon leonie leopold lilian liliane lina lionel lisa lise loic lola lorenzo louis louise luc lucas lucie lucien ludivine ludovic luigi luis lukas lydia lydie madeleine mael maelle maeva magali malik malika manon manuel manuela marc marcel marcelle margaux margot maria marie marina marine mario marion marius marjorie marlene martha martin martine mathieu mathilde mathis mathys matteo matthieu maud maurice max maxence maxime mehdi melanie melissa michael michel michele micheline mickael mireille mohamed monique morgan morgane mourad muriel murielle mylene myriam "
        + "nabil nadege nadia nadine nathalie nathan nicolas nicole nina noa noah noe noel noelle noemie nolwenn norbert oceane octave odette odile olga olivia olivier ophelie oscar pablo pascal pascale patrice patricia patrick paul paula paulette pauline pedro perrine peter philippe pierre pierrick quentin rachel rachid raoul raphael rebecca regine regis remi remy renaud rene renee richard rita robert robin rodolphe rodrigue roger roland romain romane romuald ronan rosalie rose ryan sabine sabrina said salome sam samia samir samira samuel sandra sandrine sara sarah sebastien serge severine simon simone sofia solange solene solenne sonia sophie stella stephane stephanie steve steven suzanne sylvain sylvie "
        + "tanguy tania tarek tatiana teddy teo theo theophile theodore therese thibault thibaut thierry thomas tiffany tiphaine tom tony tristan ursula valentin valentine valerie vanessa veronique victoire victor victoria vincent virgile virginie vivien viviane walid wilfried william xavier yael yann yannick yasmina yasmine yoann yohann yolande youssef yvan yves yvette yvonne zoe "
        + "abdallah abdel abdelkader abdou abel achille adama adel adelaide adelie adem adolphe adriana adriano agnieszka aida aime aimee ainhoa aissa aissatou alban albane albertine alberto alejandro "
        + "aleksander alessandro alexia alfred alina alioune alizee allan alois alphonse alvaro alya alyssa amadou amar amaury ambre ambroise amedee aminata amir amira anael anaelle anastasia anatole andree "
        + "andrew andrzej angelina angelo angie anke annabelle annette anouk anselme antonia antonin aquila arielle aristide arlette armande armel arsene arthus arturo arwen asma assane assia athenais aude "
        + "augustin augustine aurelia aurelian auriane awa aya ayoub aziliz aziz azzedine babette bakary balthazar baptistin barnabe barthelemy bartholome basil bassem baudouin beatrix benedict bengt benoite "
        + "berangere bernadine bernardin bertille bianca bineta birgit bjorn blaise blanche bogdan boubacar brahim brandon brenda brendan brieuc bruna bryan calixte calvin camilla candice cassandra cassandre "
        + "catalina cecily celestin celestine celian chadi chahid chaima charlie charly cheikh cherif chiara chiraz chris christel christele christiana christina christopher cindy ciprian claudette claudio "
        + "claudius clea clementine cleo cleophee clothilde clovis colombe conrad constantin cordelia corneille cornelia cosima crystal cyprien cyriaque dalila dany daphne daria dario dave davy deirdre demba "
        + "denez denys desiree diana diego dieudonne djamel djamila djibril dolores domitille donald donatien donatienne doriane doris dorothee douglas driss duncan edgar edmee edmond edouardo edwige effie "
        + "eglantine egon elea eleanor elena eleonora elia elio eliott elisabete elisabetta elisee elizabeth ellen ellie elliot eloan eloi elvira elvire elyes elyse emerance emeric emerik emile emilia emilien "
        + "emilienne emilio emily emmeline emna enguerrand enora enrique eponine erell erika ernest ernestine erwann esma esteve ethan etiennette eudes eugene eulalie euphrasie evan evane evangeline eve evelyn "
        + "ewan ewen ezechiel fabio fabiola fabricio fadila faiza fannie fantine farah faten fatiha fatma faustin faustino felicia felicie felicien felipe ferdinand fergus fernande fernando fiona firmin flavio "
        + "florentin florentine florestan floriane florine fouad foulques frances francesca francesco francine francisco franklin franz freddy frederik fredy fulbert gabriela gaetane gaia garance gaspard gaston "
        + "gauthier gautier gaylord gemma george georgette georgina geraud germaine gerry gersende ghislain gianni gilberte gilda gildas giles gina ginette giovanni gisela giulia gladys gloria goncalo gontran "
        + "goran grace grazia greta guenael guenaelle guenole guewen guilaine guilhem guillemette guislain gunther gustave gwen gwendal gwenn gwenola gwladys habiba hadrien hafid hafida hajar hakim halima hamed "
        + "hamid hamidou hana hanae hanane hanna hannah harald harold harriet harrison harry hatem haykel heather hector hedi hedwige hedy heidi helder heliette heloise henry herbert hermine herminie hicham "
        + "hilaire hilary hilda hippolyte honore honorine horace hortense houda houria hubert huguette humbert hyacinthe ibtissem idir idris idriss ignace igor ikram ilan ilana ilham iliana ilias ilona "
        + "ilyas ilyes imad iman imane imen ingrid ioana irena irenee irina isaac isabeau isabel isabella isadora isaure isidore isis islem ismael ismahane issa issam ivana ivanka jacinthe jack jackie jacky "
        + "jacob jacquot jaime jalil jamal jamel james jamila jan jana janet janice janine jannick jaouad jason jasper javier jawad jeanine jeannette jeannine jeannot jeff jenna jennie jenny jerry jess jesse "
        + "jesus jihane jill jim jimmy joan joana joanna joao joaquim joceline jocelyn jocelyne joe joey johannes john johnathan johnny jonas jordane jordy jorge joris jorys josep josephe joshua josiah josue "
        + "joy joyce judicael judith juliana juliane juliano juliet julius justina kaddour kadiatou kady kaelig kais kamel kamelia kamil karelle karima karl karsten kassandra katarina kate katell katherine "
        + "kathleen kathy katie katy kayla keith kenneth kenny kentin kerry kevan khadidja khadija khaled khalid kilian kim kimberley koffi kristell kristen krystel krzysztof kyllian kyra ladislas laila lakhdar "
        + "lalie lamia lana lancelot landry laora larbi larissa lars laureen laureline laurena laurene lauriane laurie laurine lazare leana leandre leane leanne leia leonard leonce leonidas leonor leonore "
        + "leontine leslie leticia lexane leyla liam liana lilas lilia lilly lilou lily linda lindsay lino lionelle lisette lison liv livia liz liza loan loane loann loeiza loeva logan lohan loick lois loise "
        + "lolita loona lorena lorene lorette lorine loris lorna lothaire louane louann louanne louay loubna louisa louisette louison lounes lua luca luce lucette lucia luciana luciano lucienne lucile lucille "
        + "lucrece ludo luz lyam lyanna lyes lyna lysiane mabel macha maddy madelaine madina madjid mady maelan maelie maeline maelys maelyss magalie magda magdalena magdeleine maggy mahaut mahdi mahe maia "
        + "mailys maimouna maite maiwenn majda malaika malcolm malek malgorzata malo maloe malory malvin malvina mamadou manel manoa manoel manolo manu manuella mara marceau marcela marcella marcellin "
        + "marcelline marcelo marco marcus mareva margaret margareth margarida margarita margerie margret marguerite mariam mariama mariana marianna marianne mariella marielle marieme mariette marilou marilyn "
        + "marilyne mariola marissa maritza marjolaine mark marko markus marley marlon marouane marta marthe martial martina marvin mary maryam maryannick marylene maryline marylise maryse maryvonne matheo "
        + "mathias mathilda mathurin mati matias matilda matilde mats matt matthew matthias matthis mattis maude mauricette mauro maxine maxwell maya mayeul mayline maylis mayssa medard megane mehmet mei "
        + "melaine melchior melina melinda meline melisande melissande mellie melodie melody melusine mercedes meriadec meriem merlin meryem meryl michaela michelangelo michelle miguel mihai mika mikael mila "
        + "milan milena milica milo mina mira miranda mireia miriam mirko mitch mohammed mohand moise momar mona monia monika morad morvan moussa moustapha muguette mustapha myriem nabila nadir nael nagib nahel "
        + "nahla naila naima najat najib nancy naomi narcisse nasser nassim nassima nastasia natacha natalia natalie natanael nathanael nathaniel nausicaa nawal nawel nazaire neil nelly nelson nenad neo nerea "
        + "nestor neven niamh nick nicky nicolae niels nikita niklas nikola nikolai nils ninon nizar noam noelia noeline nolan nolann nolwen nomie nora norah nordine noreen norma norman nour noura noureddine "
        + "nouria nuno obin oceana octavie octavien odon oihana oksana olaf oleg olesia olympe omar ombeline ombline ondine oona ophelia orane oriane orianne orlane ornella ornelle orso osama osanne oscarine "
        + "osvaldo othmane otto ouiza oumar oumou ourida ousmane owen pablito pacome paloma pamela paola paolo paquita pascaline patricio patrizia paulin paulo pavel pawel pearl peggy pelagie penelope perceval "
        + "anis rolande perla perle pernelle perrette perrin petra petronille petru phil philibert philippa philippine philomene pia piedad pier piera piero pieter pietro piotr placide pol polina prescillia prisca priscilla "
        + "priscille prudence prune prunelle quitterie rabah rabia rachida rada radu rafael rafaela rafaele rafik raina raissa ralph ramon ramona ramzi randa rania raphaela raphaelle raquel rassoul raul rayan "
        + "rayane raymond raymonde rebeca regina reginald reina reine rejane remedios remo renata renato renelle renzo reynald rhiannon rhys ricardo riccardo richarde rick rida riley rim rina riyad rkia roberta "
        + "roberte roberto rocco rocio rodney rodrigo rogerio rohan roksana romaric romeo romy ronald ronaldo ronny roobin rory rosa rosalia rosaline rosamonde rosario roseline rosemary rosette rosine rosita "
        + "roxana roxane roxanne ruben rudi rudolf rudy rufin rupert russell ruth ryad saad sabah sabina sabri sacha sadek sadio safia safwan sahar saida salah salem salim salima salimata sallie sally salma "
        + "salvador salvatore samanta samantha sami samih sammy samson samy sanaa sandie sandro sandy santiago santino saphia sascha sasha saskia saul savannah savinien scarlett scholastique scott sean "
        + "sebastian segolene selena selene selim selma sephora serafina seraphin seraphine sergei sergio servane severin seymour shana shanna shannon sharif sharon shawn sheila sherine shirley sibylle sidi "
        + "sidney sidonie siegfried sigrid siham silvain silvana silvestre silvia silvio simeon simonetta simonne sina siobhan sixte sixtine slimane soazig sofian sofiane sofie sohan soizic solal solen solenn "
        + "soline solveig soraya sorin souad souhila souleymane stan stanislas stanislaw stecy steeve steeven stefan stefane stefania stefano stephen stephie stevan stevie stuart sulivan suzanna suzel suzette "
        + "suzie suzon sven svenja svetlana swan swann sybil sybille sylvana sylver sylvestre sylvette sylviane symphorien syrine tadeusz tahar taina talia tamara tancrede tanneguy tanya tara tarik tariq "
        + "tatianna telmo terence terry tess tessa thaddee thais thea thelio thelma themis theodora theodule theophane theotime therence therry thibaud thiebaud thierno thiery tiago tibault tibo tifany tifenn "
        + "tiffanie tigrane tilio timeo timothe timothee timothy tina titouan titus tobias todd tomas tomasz tommy toni toussaint tracy trevor trystan tsiory tugdual ugo ulrich ulrike ulysse urbain uriel ursule "
        + "vadim valdemar valentino valere valeria valerian valeriane valery vanina vasco vasile velia venceslas vera verena verna veronica vianney vicente vicky victorien victorine vidal vilma vincenza "
        + "vincenzo vinciane vinnie viola violaine violette virgil virginia vitalie vito vittoria vittorio vlad vladimir vsevolod waiba walter wandrille warren wassila wassim wenceslas wendy werner wesley wiem "
        + "wilfrid wilhelm willem willy winnie wissam wladimir wojciech wolfgang xaviere xenia yacine yaelle yahia yanick yanis yanne yannis yara yasin yasmin yasser yassin yassine yazid yelena ylan yoan yoanna "
        + "yoel yohan yolaine yolanda yona yoni yoran youcef youna younes youri youssouf youssra ysaline ysee yseult yuna yunus yusuf yvanna yvelise yvonnick zacharie zachary zahia zahra zakaria zaki zara "
        + "zeinab zelia zelie zenaida zephir zephirin zia ziad zied zineb zita zoheir zohra zora zoubir zoulikha zuleika")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a folded word, or the first part of a hyphenated one, is a common first name.</summary>
    public static bool Contains(string folded) => Names.Contains(folded) || (folded.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && Names.Contains(folded[..hyphen]));

    private static readonly FrozenSet<string> FamilyNamesToo = (
        "martin thomas laurent simon michel robert richard bernard david bertrand vincent andre francois nicolas henry mathieu clement denis guillaume germain olivier philippe roger lucas gautier gauthier arnaud lambert daniel benoit gilbert julien remy "
        + "charles adam louis tanguy jacob maurice pascal pierre paul jacques georges albert etienne gerard joseph leon leo marc marcel renaud victor hubert aubry colin colas fabien gaston alexandre antoine baptiste blaise camille christian claude constant didier edmond emile ernest eugene felix ferdinand florent gabriel gaspard gregoire guy jordan jules marin maxime morgan noe raymond rene salomon samson sylvain toussaint valentin valery vidal xavier yvon")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a first name is a usual family name as well: "M. Rigobert Martin".</summary>
    public static bool MayBeFamilyName(string folded) => FamilyNamesToo.Contains(folded);
}
