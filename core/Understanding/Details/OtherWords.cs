using System.Collections.Frozen;

namespace SiOne.Bot.Understanding.Details;

/// <summary>Words with a capital that are no part of a person's name, folded: the trade's vocabulary, beginnings of sentences, and what companies are called by.</summary>
internal static class OtherWords
{
    private static readonly FrozenSet<string> NotNames = Set(
        "bonjour bonsoir salut hello hi hey coucou cher chere merci cordialement monsieur madame messieurs mesdames mademoiselle docteur maitre m mme mr mrs ms mlle dr me pr svp stp urgent objet re tr fw fwd de du des "
        + "la les le un une il elle on nous vous je ils elles et ou mais donc si que qui pour par avec sans dans sur chez a au aux en ce cette ces mon ma mes son sa ses notre nos votre vos leur leurs teams outlook office "
        + "sharepoint onedrive microsoft windows word excel powerpoint access visio project power bi copilot exchange business premium standard basic yammer planner google android apple iphone samsung galaxy pixel mac "
        + "macbook adobe acrobat photoshop autocad sage ebp cegid authenticator edge chrome firefox thunderbird vpn wifi nas usb pdf pc lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai "
        + "juin juillet aout septembre octobre novembre decembre monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december service services "
        + "direction support equipe team pole site agence cabinet societe entreprise garage meubles etude atelier ateliers groupe domaine maison etablissements ets association institut ecole college lycee mairie clinique "
        + "pharmacie centre residence foyer federation transports imprimerie boulangerie brasserie conserverie mutuelle cfa sarl sas eurl directeur directrice gerant gerante assistante assistant responsable secretaire "
        + "comptable comptabilite compta rh daf dsi dg ceo president presidente administrateur administratrice stagiaire alternant alternante apprenti technicien commercial commerciale chef cheffe mail mails email boite "
        + "compte licence adresse liste telephone tel mobile portable fixe depart arrivee depuis suite pouvez pourriez pourrait peut could can please thanks regards best kind dear the our my we i is are from to subject "
        + "date envoye probleme question demande besoin code acces mot passe ok oui non serveur reseau imprimante ordinateur ecran fichier dossier dossiers projet formation visite facture contrat devis commande rue "
        + "boulevard avenue place angers nantes paris lyon saumur cholet segre bruxelles porto trelaze plan sud nord est ouest creer creation ajouter ajout retirer supprimer suppression fermer fermeture installer liberer "
        + "transformer rediriger redirection restaurer preparer desactiver effet fin nouvelle nouveau nouvel voici voila comme apres avant quand aussi puis enfin ensuite sinon attention info rappel validation valide "
        + "copie tout tous toute toutes rien aucun aucune droits droit lecture ecriture full name first last day anydesk intune planning technique administratif generale general commerciaux passer fiche entree sortie "
        + "collaborateur collaboratrice reinitialisation mfa sav cdd cdi asv bet be drh qse ide cpe dgs cse iad gie sci scm sasu selarl msp tns ovh orange sfr bouygues free crosscall lenovo dell hp asus acer xerox canon "
        + "iban bic siret siren epson brother ricoh fairphone huawei xiaomi oneplus motorola nokia sony doctolib forms onenote loop stream defender entra azure cisco fortinet zoom webex teamviewer rib changement rappelez rappelle moi recover deleted items art gdpr rgpd play store viva engage archive archives deux trois quatre cinq six tp absences hs pst partout autant bonne journee belle soiree apres-midi matin "
        + "soir midi weekend week-end rentree paques toussaint ascension pentecote dernier derniere prochain prochaine urgente rajouter rajoute rajoutez ajoute ajoutez enleve enlevez retire retirez supprime "
        + "supprimez ferme fermez cree creez prepare preparez installe installez ouvrez ouvre ouvrir donne donnez donner reprenez reprends reprendre mettez mets mettre remettez remettre basculez basculer bascule "
        + "transformez transforme coupez couper coupe bloquez bloquer bloque debloquez debloquer effacez effacer restaurez recuperez recuperer redirigez transferez transferer libere liberez attribuez attribuer "
        + "attribution autorisez partagez changez changer envoyez faites faire voir vu signe pourrais serait puis-je peux-tu pouvez-vous souvenez-vous auriez-vous rendez-vous compris convenu primo secundo tertio "
        + "premierement deuxiemement monsieur-le madame-la soeur pere frere abbe diacre monseigneur cure pasteur rabbin imam capitaine colonel adjudant lieutenant sergent maire adjoint professeur prof patron patronne "
        + "boss chers confrere consoeur salle batiment etage couloir accueil bloc hangar quai chantier depot parking compte-rendu point rappels relance reponse information informations note objet-vide message transfere "
        + "origine pieces jointes piece jointe ci-joint ci-dessous dossier-client nom prenom fonction poste quoi maintenant inchange inchangee besoins materiel badge ligne forfait neant ras hier demain aujourd hui "
        + "semaine mois annee janv fevr avr juil sept oct nov dec urgence priorite help all cheers many good morning afternoon evening hope thank since after before when where would should may might have has had will "
        + "there this that these those they she he it its your their his her new old re-bonjour rebonjour bjr bsr slt cdt cdlt cc yo ps nb fyi");

    // "Toitures Poirier", "Ledoux Conseil": a company is nobody, even with a family's name.
    private static readonly FrozenSet<string> Organisations = Set(
        "earl ehpad residence cabinet societe agence entreprise ets etablissements sarl sas groupe etude toitures toiture couverture couvertures plomberie electricite menuiserie menuiseries charpente charpentes maconnerie carrelage peinture peintures chauffage zinguerie terrassement carriere carrieres granulats "
        + "beton messagerie messageries transport transports logistique fret demenagements ambulances taxis garage carrosserie automobiles auto-ecole mecanique outillage metallerie serrurerie scierie vins caves cave "
        + "caveau coteaux vignobles vignoble vergers pepinieres horticulture paysages fermiers gaec cooperative coop boucherie charcuterie traiteur patisserie fromagerie restaurant hotel auberge camping conseil conseils "
        + "audit expertise expertises gestion patrimoine finance finances banque assurance assurances courtage mutuelle syndic immobilier immobiliere habitat architecture architectes structures structure ingenierie "
        + "urbanisme geometres notaires notarial office-notarial avocats huissiers juridique juridiques consulting solutions services systemes informatique digital media edition editions presse radio theatre musee "
        + "mediatheque bibliotheque festival orchestre compagnie troupe cinema club sport sports omnisports gym football rugby basket equestre piscine ligue comite amicale union syndicat fondation oeuvre paroisse diocese "
        + "eveche presbytere communaute congregation abbaye couvent prieure ehpad hopital cliniques cabinet-dentaire dentaire veterinaire veterinaires laboratoire laboratoires labo pharmacie optique opticiens creche "
        + "halte-garderie primaire maternelle elementaire universite iut campus lycees prefecture departement region metropole agglomeration communes commune municipal municipale municipaux ccas departemental national "
        + "nationale social sociale solidarite solidaire secours emploi mission locale insertion handicap medico-social hospitalier notre-dame ponts associes cie holding groupement international industrie industries "
        + "industriel usinage tolerie emballages textile confection ameublement literie cuisines decor design studio agences audiovisuel imprimeurs reprographie energies energie solaire environnement recyclage dechets "
        + "nettoyage proprete securite gardiennage interim recrutement formation formations nord-ouest grand-ouest sud-loire loire layon aubance vendee atelier-traverse");

    // Without capitals a first name may stand beside any word: these are no last names.
    private static readonly FrozenSet<string> Everyday = Set(
        "est sont etait etaient sera seront soit fait faire font veut veux peut peux peuvent doit dois doivent avait avaient aura auront arrive arrivera arrivait part parti partie partira partis quitte quittera rejoint rejoindra commence commencera demarre vient viendra revient reviendra reprend "
        + "prend prendra garde gardera travaille travaillait utilise utilisait reste restera passe passera change voudrait aimerait souhaite demande cherche attend attendent appelle ecrit envoie recoit lit voit trouve retrouve ouvre ferme perd perdu oublie casse cassee bloque bloquee absent absente malade enceinte arret "
        + "avec vers pour dans chez sans sous entre contre pendant depuis avant apres selon comme mais dont donc alors aussi encore toujours jamais plus moins tres trop bien juste seul seule seulement meme deja puis ensuite "
        + "elle nous vous eux leur leurs notre votre mien sien celui celle ceux cela cette tout tous toute toutes rien quelqu chacun autre autres certain plusieurs lundi mardi mercredi jeudi vendredi samedi dimanche matin midi soir demain hier aujourd dernier derniere prochain prochaine semaine mois "
        + "merci svp stp cordialement bonjour bonsoir salut signe bises "
        + "nouveau nouvelle ancien ancienne petit grand grande jeune vieux stagiaire apprenti alternant alternante collegue assistante secretaire comptable directeur directrice responsable gerant chef cheffe infirmiere medecin technicien commercial vendeur chauffeur couvreur plombier macon "
        + "aime blanche prune perle reine victoire ambre autant partout compta accueil atelier bureau magasin direction service paie qui que quoi quand pas non oui car par sur les des une aux sa son ses mon mes can has is was will needs");

    /// <summary>Whether a word is no part of a name.</summary>
    public static bool IsNoName(string folded) => NotNames.Contains(folded);

    // Towns, feasts and months that are family names as well, after a first name.
    private static readonly FrozenSet<string> FamilyNamesToo = Set("avril toussaint noel paques cholet saumur segre angers nantes paris lyon maire cure pasteur prieur abbe capitaine sergent colonel dimanche place plan point bureau maison chef lundi mars mai");

    /// <summary>Whether a word that mostly is no name may be a family name behind a first name.</summary>
    public static bool MayBeFamilyName(string folded) => FamilyNamesToo.Contains(folded);

    /// <summary>Whether a word belongs to a company's or an institution's name.</summary>
    public static bool IsOfOrganisation(string folded) => Organisations.Contains(folded);

    /// <summary>Whether a word is so common that it is no last name where nobody typed capitals.</summary>
    public static bool IsEveryday(string folded) => Everyday.Contains(folded);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
