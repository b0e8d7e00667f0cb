using System.Collections.Frozen;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>
/// The words that a redacted text may keep, folded and in order: those that at least three of the labelled messages of this repository write in small
/// letters, without first names and the names of people in them, and the names of products. A name is not among them, unless it is a word as well.
/// </summary>
internal static class CommonWords
{
    private const string Words =
        """
        a abbe abime abonnement abonnements abord about absence absent absente absolue absolument accdb acceder accepte acces access
        accessible accident accompagnement accord account accueil accueillir accueillons accuse achat achats achete achetee achetees
        acheter achetes acheteur acheve achevee acquerir acquisition acrobat acte actes actif actifs action active activer activite
        actuel actuelle actuellement adapter add address adherents adjoint adjointe admin administrateur administrateurs administratif
        administration administrative administratrice adobe adresse adresser adresses adsl adv adverse affaire affaires affectation
        affectee affecter affichage affiche affichee affichent afficher affiches afin after afternoon again age agence agences agenda
        agent agents agir agit agrandir agrandissez agreer agricole agriculture ah ai aide aider aides aie aillent ailleurs aime
        aimerais aimerait aimerions ainsi air ait ajout ajoute ajoutee ajouter ajoutez alarme alerte alertes alias alimentaire
        alimentation all allemand aller allergie allez allonger allume allumee allumer alors already also alternance alternant
        alternante am amabilite ambulance ame amiable amicale amis an ancien ancienne anciennes anciens and android anglais angle
        animateur animateurs animatrice anime annee annees annexe anniversaire annonce annoncer annuaire annual annuel annuelle annuels
        annule annulee annuler ans antenne anterieure anterieurs anticipe anticiper anticipes antispam antivirus any anydesk anything
        aout apercois apercue apn app apparaisse apparait apparaitre appareil appareils apparemment appartient apparue appel appelait
        appele appelee appeler appelez appelle appellent appels apple appli application applications applis apporte apporter apprendre
        apprends apprenti apprentie apprentis apprentissage appris approbation approche approuver apps appuie appuye aprem apres april
        araignee arborescence architecte architecture archivage archive archiver archives ardoise are argent armoire arnaque arrache
        arrange arret arrete arretee arreter arriere arrivant arrive arrivee arrivees arrivent arriver arrives arroser article as asap
        ascenseur assemblee assez assistance assistant assistante assistantes asso association associe associee associes assurance
        assure assurer assurera assureur astreinte astuce at atelier ateliers attaque atteint attend attendant attendent attendons
        attendra attendre attends attendu attendue attente attention attestation attester attribue attribuee attribuees attribuer
        attribuez attribution au aucun aucune audience audit auditeur auditrice augmente augmenter augmentez august aujourd aupres aura
        aurai aurais aurait aurez aurions aurons auront aussi aussitot autant auth authenticator authentification auto autocad automatic
        automatique automatiquement automne autorisation autorise autorisee autoriser autre autrement autres aux auxiliaire auxiliaires
        avais avait avale avance avant avec avenant avertis avez aviez avion avions avis avocat avocate avoir avons avoue avril away
        ayant azure b bac back backup badge badges badgeuse baie bail baisse bal balance banc bancaire bancaires bandeau bandes banniere
        banque bar barbecue barre barres bas bascule basculer base basic bat batiment batonnier batterie battery bazar bcp be beau
        beaucoup been belle belles benevole benevoles benne besoin bete betise beton bi bibliotheque bibliotheques bien biens bientot
        bienvenu bienvenue bienvenus bilan bilans billets billetterie binome bios bip bipe bippe bisous bitcoins bitlocker bits bizarre
        bizarres bjr blague blanc blanches blesse bleu bleue bloc blocage blocked bloquant bloque bloquee bloquees bloquer bloques
        bloquez blouse bluetooth bois boite boites boitier bon bonjour bonne bonnes bons bonsoir bootable bord borne bornes boss bosse
        bosser bouche bouclage boucle boude bouge bougent boulangerie boulot bourrage bout boutique bouton box branche branchee brancher
        bras bref bring brings brisee brother brouillon brouillons bruit brulant brule bts budget buffet bug bulletin bulletins bureau
        bureautique bureaux business but by c ca cabinet cabinets cablage cable cables cache cachee cadeau cadeaux cadenas cadre cadres
        cafe cahier caisse caisses calcul cale calendar calendrier calendriers caler call calme cambriole came camera cameras camion
        camionnette camions campagne camping can canal canaux candidat candidate candidats candidature candidatures canicule canon
        cantine capacite capitaine capte capture car caractere caracteres cariste caristes carnet carre carriere carte cartes carton
        cartons cartouche cartouches cas case casque casques casse cassee casser cata catalogue cause cave caveau cdd cdi ce ceci cede
        cegid cela celle celles cellule celui cent centimetre central centrale centre cents cependant certains certificat ces cesse
        cession cest cet cetait cette ceux chacun chacune chai chaise chambre chambres champ chance change changeant changed changee
        changement changent changeons changer changez chantier chantiers chaque charge chargee chargement charger chargeur chargeurs
        chariot charte chat chats chaud chauffe chauffeur chauffeurs chaussee chef cheffe chefs chelou chemin cheques cher cherchant
        cherche chercher cherchez chers chez chien chiens chiffrage chiffre chiffree chiffrer chiffres chiffrez chinois choc choisi
        choisir choix chorale chose choses chrome chronometre chute ci cinq cinquieme circule cite civil civique clair classe classement
        classes classeur classeurs classique clavier claviers cle clerc clercs cles clic click client cliente clientele clientes clients
        clignote clinique clique cliquer cliquez clore clos close closed cloture cloturee cloturer cloud club cm co coach cochon code
        codes codir coffre coin coince colis collaborateur collaborateurs collaboratif collaboratrice colle colleague colleagues
        collectif collective college collegue collegues coller colonne com combien combinaison comite commande commandee commandees
        commandent commander commandes commandez comme commence commencent comment commentaire commercial commerciale commerciaux
        commissaire commissariat commission commun communaute commune communes communication communique communiquer compagnie company
        competences complement complet complete completement completes complique comporte comporter comprehension comprend comprendre
        comprends compris comprise comprises compta comptabilite comptable comptables compte compter comptes comptez comptoir computer
        concernant concerne concernee concernent concert concluante conclusions concours concurrence concurrent conditionnement
        conditions conducteur conducteurs conduite confiance confidentialite confidentiel confidentielles confidentiels confie confier
        configuration configure configurer confirmation confirme confirmer confirmez confondu conformement conformite confrere confreres
        conge conges congres connais connaissent connaissez connait connaitre connecte connectee connectent connecter connexion
        connexions consacrer conseil conseiller conseillere conseillers consequence conservation conservatoire conserve conservee
        conservees conserver conservez consideration consignes consoeur consomme constate constatons constructeur consultable consultant
        consultation consultations consulte consulter consultera contact contacter contactez contacts contenait contenir contente
        contentieux contents contenu conteste contient continuation continue continuent continuer contraire contrairement contrat
        contrats contre controle controleur convenance convenir convention conventionnelle convenu conversation conversations conversion
        convertir conviendra conviendrait convient convocations cooperative coordinateur coordinatrice coordonnees copie copier copies
        copieur copilot coproprietaires copropriete coque coques corbeille cordialement correcte correctement correcteur correspondance
        correspondant correspondants corrige corriger corrompu cote coucou could coule couleur couloir coup coupe coupee couper coupes
        coupez coupure cour courage courant courriel courriels courrier courriers cours court courtage courte courtier cout coute
        couterait couvert couverte couverts couvreur crains creation crecelle creche cree creee creer creez crepes crise critique crm
        croient croire crois croise croises croissants croit croix crosscall croyais croyait croyant cru cse cuisine culpa culture cure
        customs cuves cv cyan cyber d daf dalle dame dangereux dans data date dater dates davantage day de debloquer debloquez deborde
        debranche debrancher debrouille debut debute dec decalage decale decalee decaler decede decedee december decembre deces decide
        decider decision declaration declarations decolle deconnecte decoupe decouvre decouvrir decroche dedans dediee defaut defender
        definitive definitivement degager degres degustation dehors deja dejeuner dela delai delais delegation delegue deleguee delegues
        deleted delicatesse dell demain demandant demande demandee demandent demander demandera demandes demandez demandiez demandons
        demarrage demarre demarrer demenage demenagement demenager demeure demeurent demi demission demissionne demo demonter denied
        dentaire dentiste depannage depart departs depasse deplace deplacement deplacer deployer depose deposee deposer deposes depot
        depui depuis derangement deranger dernier derniere derniers derobe derriere des desabonner desactive desactivees desactiver
        desinstaller desire desirons desk desktop desole desolee desormais dessin dessinateur dessinateurs dessous dessus destinataire
        destinataires destine detachement detail detecte detectee detenez detient detruire detruisez detruit deux deuxieme devait devant
        developpement devenir devenu devenue deverrouillage deverrouiller devez device devienne deviennent devient deviez devis devons
        devoue devra devraient devrait devront diagonale dicte dicter difference different diffusion dimanche diocese dira dirait dire
        direct directement directeur direction directrice dirige dirigeant diriges dis disable disais disait disant discretion
        discussion discuter dise disent disons disparaitre disparu disparue disparus dispense dispenser dispo disponibilite disponible
        disponibles dispose disposer disposition disque disquette distance distincte distinguee distinguees distingues distribution dit
        dites divers divorce dix dizaine dns do dock docs docteur document documentaire documents docusign doigt doigts dois doit
        doivent domaine domicile donc done donne donnee donnees donnent donner donnes donnez dont dorenavant dormais dormir dors dort
        dos dossier dossiers douane double doublon doucement douchette douchettes doute douze doyen doyenne dpo dramatique drive droit
        droite droits drone ds dsi dsl du duplicata dur durant dure duree e eau eaux ebp echange echanges echeance echeances echec
        echoue ecole econome ecran ecrans ecrase ecraser ecrire ecrirons ecriront ecris ecrit ecrite ecriture ecritures ecrivent edge
        edit editer editeur efface effacee effacees effacement effacer effaces effacez effectif effectifs effectue effectuer effet
        egalement egare egaree eh elections electricien electronique electroniques elements eleve eleves elle elles elu elue elus email
        emails embauche embauchee embaucher embauches eme emet emission empeche empecher emploi emploie employe employeur employeurs
        emporte empreinte en encaisser encore encre end endroit enerve enfance enfants enfin engagement enleve enlever enlevez enquete
        enregistre enregistree enregistrement enregistrements enregistrer enseigne ensemble ensuite entend entendent entends entendu
        entier entiere entra entrants entre entree entrees entrepot entreprise entrer entretien entretiens enveloppe enverrai envers
        environ environnement envisageable envisageons envoi envoie envoient envois envoye envoyer envoyes envoyez epicerie epingler
        epoque epouse epson equipe equipee equipement equiper equipes er erp erreur es escalier escaliers esim espace espaces espere
        essai essaie essais essaye est estimation estimer et etabli etablir etablis etablissement etage etaient etais etait etant etape
        etat etats etc ete eteignez eteindre eteint eteinte etendre etes etions etiqueteuse etiquette etiquettes etoile etoilee etonne
        etranger etre etude etudes etudiants eu eue euh euros eux eveche evening every everything evidemment eviter evoque ex exact
        exacte excel excellent excellente exceptionnelle exchange exclure exclusion excuse excuser excuses execution exemplaire exemple
        exerce exercice exige existait existant existe existent exister expedie expedier expediteur expediteurs expedition expeditions
        experience expert expertise experts expiration expire expiree explique expliquer expliquez exploitation explorateur explose
        explosee expo export expres expression extension exterieur externe externes extrait fabricant facade face fache facon facteur
        facturation facture facturer factures failli faire fais faisable faisait faisant faisons fait faite faites faits fallait fallu
        familiale famille familles farine fasse fatigue faudra faudrai faudrait fausse faut faute fautes fauteuil faux favoris fax
        february federation fele felee fell femme fendu fendue fenetre fenetres fera ferai ferait ferme fermee fermer fermes fermeture
        fermez fermons fete fetes feu feuille feuilles fevrier fibre fiche fiches fichier fichiers fictif fictive ficus fidelite fige
        figent figer figure figurent figurer fil file files filiale fille filles fils filtrage filtre fin finalement finances financier
        find fine fini finie finir finissent finit firefox first fiscal fiscale fissure fissuree five fixe fixer fixes flotte flouter fo
        foi foire fois folder fonction fonctionne fonctionnent fonctionner fonctions fond fondement fonds font for force foret forfait
        format formateur formateurs formation formations forme former formidable forms formulaire formulaires formule formules fort
        forward forwarding foulee four fourgon fournie fournir fournis fournisseur fournisseurs foyer fr frais francais frappe
        frauduleux frayeur frere friday frigo froid froide from fuite full fume funebres fusion fusionne futur fyi gagne gagner galaxy
        galere galette gamme gants garage garantie garanties garcon gardant garde gardee gardent garder gardera gardes gardez gardien
        gardons gare gars gate gateau gateaux gauche ged genant gendarmerie gendre gene general generale generales generaux generique
        genre gens gentil gentillesse gentils gentiment geometre gerance gerant gerante gere gerer geres gerez geste gestion
        gestionnaire gestionnaires get give glace glisse glisser gmail go gone good google got gouvernante gps grace grand grande grands
        graphiste gras gratitude gratuit gratuite gratuites grave gre greffe gresille greve grille grince gris grise gros grosse
        grossiste groupe groupee groupement groupes gsm guichet guide guys gymnase hab habitude habituel habituelle half hall
        hameconnage hangar has hasard hausse haut haute have hdmi he hebdo hebergement hebergeur hebergez hein helas hello help her
        herite hesite hesitez heu heure heures heureusement hi hier him his histoire historique hiver homme honneur honoraire honte
        hopital horaires hors hospitalisee hotel hotline hour how hp hui huit humaines humeur hurle ici icone ideal idealement idee idem
        identifiant identifiants identique identiques identite if ignore il illisible illisibles ils image images imagine imap imei
        immediat immediatement immeuble immobilier immobiliere impayee imperatif imperativement important importe impose impossible
        impots impression impressions imprimante imprimantes imprime imprimee imprimer imprimeur imprimez in inaccessible inactif
        inadvertance incendie inchange inchangee incidence incident inclure inclus inconnu inconnue incorrect indesirable indesirables
        indice indiquant indique indiquer indisponible infecte infiniment infirmier infirmiere infirmieres info infogerance
        informaticien informaticiens information informations informatique informatiques informe informee informer informons infos
        ingenieur initiation injoignable inquiete inquieter inquietez inscription inscriptions inscrire inscrit insere inspection
        install installation installe installee installer installez instant intact intacte integralite integre integrer intendance
        intendante intention intercommunale interdit interdite interesse interet interieur interim interimaire interimaires
        interlocuteur interlocuteurs interlocutrice interne internes internet intervalle intervenir intervention interventions intitule
        into intranet introuvable intune inutile inutiles inutilisee inventaire inverse invitant invitation invitations invite invitee
        inviter invites ip ipad iphone ira irai irait irrecuperable is issue it itinerance itinerant itself j jai jamais january janvier
        jaune je jete jeter jette jeu jeudi jeudis jeune jeunes joie joignable joindre joins joint jointe jointes joli joue jouer jour
        journal journaux journee jours jsuis judiciaire juge juillet juin july june jure juridique juriste jury jusqu jusque just juste
        justifie jveux keep kermesse kine kit know ko kyocera l la lab label labo laboratoire lache laisse laissee laisser laissez lan
        lance lancement lancer language langue laptop laquelle large laser last laver le leave lecons lecteur lecture left legal
        lendemain lenovo lent lequel les let lettre lettres leur leurs leve lever liberale liberee liberer liberez library libre licence
        licences licencie licenciement lie liee lien liens lieu lieux ligne lignes like limite lingerie lira lire liront lis lisent
        lisible list liste listes lit litige litiges litteraire live livraison livre livree livrer livres livreur livreurs ll local
        locale locataires location locative locaux locked log loge logiciel logiciels login logistique logo loi loin lol long longtemps
        longue loop lors lost lot lots louche louer loueur loupe lourd lu lue lui lumiere lundi lunettes lus lycee m ma mac macbook
        machine machines macros madame magasin magasinier magasins magenta mai mail mailbox mailing mails main mains maintenance
        maintenant maintenu maire mairie mais maison maitre maj majuscule make mal malade maladie malgre malheureuse maman management
        manager mandat mange manger manip manipulation manoeuvre manque manquent many mar march marchait marche marchent marches mardi
        marges mari mariage mariages mariee maries marketing marque mars marteau masque mat materiel maternite matin matinee mauvais
        mauvaise may mdp mdr me mea mec medecin medecins mediatheque mediatrice medical medicale medicales meet megarde meilleures
        meilleurs melange membre membres meme memes memoire menace menage mene mensuel mensuelle mention mentionne menu menuiserie menus
        mer merci mercredi merde mere merveille mes message messagerie messages messieurs mesure met methodes metier metiers metre
        metres mets mette mettez mettre mfa mi micro microsoft midi mien mienne miens miettes mieux migration milieu mille min mini
        minuit minute minutes mis mise mises mission mms mobile mobiles mobilier mobilite moche mode modele modeles modif modification
        modifie modifier module moi moins mois moitie moment mon monday monde moniteur moniteurs monsieur montage montant monte monter
        month months montre montrer morceaux more morning mort morte mortes mot mots mouille mouline mouvement mouvements moved moyen
        moyens msg msi muet muette multifonction municipal municipale mur murale murs musee musique mutation mute mutee mutuelle my
        myself n nacelle naissance nas naturellement naval navals navette navigateur ne necessaire need needed needs neige net nettoyage
        nettoye nettoyer neuf neufs neutraliser neuve neuves never neveu new newsletter next nez ni nickel night nightly niveau no noir
        noire noires nom nombre nombreux nominative nomme nommee noms non nord normal normale normalement nos not notaire notamment
        notariale note noter notes notez nothing notif notification notifications notifs notre notres nous nouveau nouveaux nouvel
        nouvelle nouvelles november novembre now nuage nuit nulle nuls number numerique numerise numero numeros o objet objets oblige
        obseques obtenir occasion occupe occuper occupez october octobre odeur oeil oeuvre of off offert offerte office officiel
        officine offre offres oh ok old omis on onduleur onduleurs one onedrive onenote onglet onglets only ont onze open operateur
        operation operations operatoire operer oppose opposition option or orage orange order ordi ordinateur ordinateurs ordre ordres
        ores organigramme organisation organise organiser origine orthographe ose oter ou oubli oublie oublier oubliez ouf oui oups our
        out outil outils outlook outre ouvert ouverte ouvertes ouverts ouverture ouvrant ouvre ouvrent ouvrez ouvrir ouvrons over own p
        pack page pages paie paiement pain palais palette palettes panique panne panneau panoplie papier papiers paquet par parait
        parametrage parametre parametrer parc parce pardon pare pareil parental parents parfait parfaite parfaitement parfois parking
        parlais parle parlent parler parlera parleur parmi paroisse paroissial paroissiale pars part partage partagee partagees
        partagent partager partages partant parte partenaire partenaires partent parti participants participer particulier partie
        partiel partielle parties partir partis partout parvenir parviennent parvient pas passage passe passee passees passent passer
        passera passes passez passons password paternite patience patient patients patrimoine patron patronne pause pave payant payante
        paye payee payer payes payons paysage pb pc pdf pdg pdt peche pedagogique peine peinture pelle penalites pendant penible pensais
        pensait pensant pense pensez perd perdent perdre perdu perdue perdues perdus pere perimetre periode permanence permanent
        permanente permet permets permettre permis pers perso personne personnel personnelle personnelles personnes perte pesage pete
        petit petite petites petits peu peur peut peuvent peux pharmacie phishing phone photo photocopieur photocopieuse photographe
        photographier photos photoshop piece pieces pied pile piles pilotage pilote pin pirate pis piscine piscines pitie pixel pj
        placard place places plaignent plaindre plaint plainte plaisante plaisir plait plan planifier planner planning plannings plans
        plante plantes plat plateau plateforme please plein pleine pleure pleut plie plomberie plombier plonge plu plupart plus
        plusieurs plutot pm pme poche poignet point pointage pointe pointer pointeuse points poisson pole police politique polonais
        pomme pont pop port portabilite portable portables portail porte portefeuille portent porter portes pose poser possede possedons
        possible post poste postes pot poubelle pouce pouces pour pourquoi pourra pourrais pourrait pourrez pourriez pourrions pourtant
        pourvu pousser poussiere pouvait pouvez pouviez pouvoir pouvons power powerpoint pr preavis precaution precedente precise
        predecesseur prefecture prefere preference prefererais preferons prelevement prelevements premier premiere premiers premium
        prend prendra prendre prends prenez prenne prenom preparation prepare preparer preparez pres presbytere presence present
        presentation presentations presente presentent presenter presents presidence president presidente presque presse presta
        prestataire prestataires pret prete pretend preter prets preuve prevenez prevenir prevenu prevenue prevenus previenne previens
        prevoir prevoit prevoyez prevu prevue price prie principal principale principe printemps printer prints prions priorite pris
        prise prises prive privee prives prix pro probablement probleme procede proceder procedure procedures proces prochain prochaine
        prod production produire produit prof professeur professeurs professionnel professionnelle professionnels profil profit profite
        profiter profitez profs programme programmee programmer programmes progressive projecteur projet projets prolonge promis promo
        propos propose proposer proposez proposiez proposition propre proprement propres proprietaire proprietaires protection protege
        protegee protocoles proviseur provisoire prud ps pu pub public publicite publicites publics publipostage publisher pubs puis
        puisqu puisque puisse puissent puissions puk purge put qd qqn qqun qr qu quai qualite quand quarantaine quarante quart quartier
        quatorze quatre quatrieme que quel quelle quelles quelqu quelque quelques question questionnaire questions queue qui quinze
        quitte quitter quittera quittes quoi quota quotidienne raccourci raccroche raccrocher rachete racheter raconte rade radio raison
        rajoute rajouter rale ralent rallume rallumer ram rame rang range rangement ranger ranges rapide rappel rappele rappeler
        rappelez rappelle rapport rapporte rapports rassure rassurez rate rattraper ravie ravoir raye rayon rdc rdv re reactivite read
        reagit reattribuer rebranche rebrancher recente reception receptionne recette recettes recevez recevoir recevons recevra
        rechange recharge recherche reclamation reclamations reclame reclasses recois recoit recoive recoivent recolte recommande
        recommence reconditionne reconduire reconnait reconnu reconnue recouvrement recreer recrue recrute recrutement recrutements
        recrutons rectification rectifier recto rectorat recu recue recup recuperable recuperation recupere recuperee recuperer
        recuperez recurrentes recus recycle redemande redemarrage redemarre redemarrer redevance redevient redige redire redirection
        rediriger redirigez redonne redonner refaire refait refaites reference referent referente referme reflechissons reflexion refuge
        refuse refusee refusent regardant regarde regarder regards regie region regisseur registre reglage reglages regle reglee
        reglement reglementaire regler regles regret regroupant reinitialisation reinitialise reinitialiser reinstaller rejette
        rejoignent rejoindre rejoindront rejoint relais relance relancer relances releve relever releves reliee reliure relu remarche
        remarquer remedier remerciant remercie remerciements remercions remet remets remettez remettra remettre remis remise remises
        remonte remontent remonter remove remplacant remplacante remplacants remplace remplacee remplacement remplacer remplir rencontre
        rend rendez rendra rendre rends rendu rendue rendus renforcee renomme renonce renouvele renouveler renouvelez renouvelle
        renouvellement rentrant rentre rentree rentrer rentres renverse renvoi renvoie renvoyant renvoye renvoyer renvoyes
        reorganisation reorganise reouverture reparable reparateur reparation repare reparee reparer reparez reparle reparlera
        reparlerons repart reparti repartir repas repasse repertoire reply repond reponde repondent repondeur repondez repondre reponds
        repondu reponse reponses report repose reprend reprendre reprends repreneur reprenez repris reprise request requise resa reseau
        reseaux reservable reservation reservations reserve reservee reserver reserves reset residence residents resiliation resiliee
        resilier resolu resp respects respectueusement responsabilite responsable ressort ressortir ressource ressources ressusciter
        restaurant restauration restaurer reste restee restent rester restera restitue restituer restitution restreindre restreint
        resultats resume retabli retablir retablissement retard retention retenu retenue retire retiree retirer retirez retour retourne
        retourner retours retraite retrouve retrouver reuni reunion reunions reussi revanche revenir revenons revenu revenue reverra
        reviendra reviennent reviens revient revision revivre revoir revue rez rgpd rh ricoh rien riez rights rigole rire risque rit riz
        robot role rond rouge rouges roule rouleau route routeur rouvert rouvre rouvrir ruban rue rupture rush s sa sabbatique sac
        sacoche sacristie sage sais saisi saisie saisirai saisis saison saisonnier saisonniers sait salaires salarie salariee salaries
        sales salle salles salon salue saluer salut salutations same samedi samsung sanitaires sans sante satisfaction saturday sature
        saturee sauf saurais saurions saute sauve sauvegarde sauvegardee sauvegardees sauvegarder sauvegardes sauvegardez sauver sav
        savent savez savoir savons says scan scanne scanner scans scene schema schemas scierie scolaire scolaires scotch screen screens
        se seance seats sec seche second seconde secondes secours secret secretaire secretaires secretariat secteur section securite
        selon semaine semaines semble seminaire send sens sensibilisation sent sentiments separe separee sept september septembre sera
        serai seraient serais serait serie serieux serions serons seront sert servait servent server serveur servi service services
        servir servira serviteur ses session sessions set setting seul seule seulement seules seuls shared sharepoint she shift short
        show shows si siege sien sienne sign signal signale signaler signature signatures signe signee signer signes silencieux silo sim
        simple simplement since sincerement sinistre sinistres sinon sip site sites situation six ski slt smartphone smartphones sms
        smtp so social sociale societe societes soeur soi soient soignante soignantes soins soir soiree soit soixante sol solde soldes
        solidworks sollicite solliciter solution somebody someone sommaire somme sommeil sommes son sonne sonnerie sont sors sort
        sortant sorte sortent sortez sorti sortie sorties sortir souci soucis souffle souhait souhaite souhaitee souhaitent souhaiterais
        souhaiterait souhaiterions souhaitez souhaitons souleve souligne souris sous souscrire soussigne souvenez souvenir souviens
        soyez space spam spams spare sport sportif sportive srv ssd ssl stade stage stagiaire stagiaires stand standard started starter
        starts station statut stays still stock stockage stop stp strictement structure stylet stylo su subvention succes successeur
        succession suffira suffirait suffit suis suit suite suivant suivante suivantes suive suivent suivi suivra suivre suivront sujet
        sujets sunday super superieure supplementaire supplementaires support supporte supports suppose suppression supprime supprimee
        supprimees supprimer supprimes supprimez sur sure surement surface surtout survecu suspecte suspendre suspendu suspendue svp
        switch synchro synchronisation synchronise synchroniser syndic syndical syndicale syndicat systematiquement systeme systemes t
        ta table tableau tableaux tablette tablettes tache taches tacite tact tactile taille take tant tape taper tard tarif tarifaire
        tarifs tasse taxi te team teams teamviewer technicien technicienne techniciens technique techniques tel telecharger telephone
        telephones telephonie telephonique teletravail tell telle tels temporaire temps tenais tenait tenant tenez tenir tenons
        tentatives tente tenu tenue tenus terme termes terminal termine terminee terrain terrasse test teste tete tetes texte th thanks
        that the theatre therapeutique there these they thing this three through thunderbird thursday thx ticket tickets tiendra
        tiennent tiens tient tire tirer tiroir titre titres titulaire tjs to today toi toile toit told tombe tombee tombent tomber
        tomorrow ton tonalite toner toners too top tot total totale totalite touche toucher touches touchez toujours tour tourisme
        tourne tournee tournees tournent tourner tournoi tous tout toute toutefois toutes tpe trace traces traceur tracteur train traine
        traitance traitant traitants traite traitement traitements traiter traites traiteur traits tram tranche tranquille tranquilles
        transfere transferer transferes transferez transfert transformation transforme transformee transformer transformez transition
        transmets transmettre transmis transport transporteurs travail travaille travaillent travailler travaillera travaillons travaux
        travers trentaine trente tres tresorerie tresorier tresoriere tri tribunal trie trier trimestre triste trois troisieme trompe
        trompee trop trou trouvait trouve trouvee trouver trouverez truc trucs tt tu tuesday turn tuteur tuto tv tva two type ulterieurs
        un unanimite une union unique uniquement unite unites until up update ups urbanisme urgence urgences urgent urgente us usage
        usagers usb use usine usual utile utiles utilisait utilisateur utilisateurs utilisation utilise utilisee utilisees utiliser
        utilisera va vacances vaches vais valable validation valide valider valoir vaudrait vaut ve vehicule veille veilleur velo velos
        vend vendanges vendeur vendeuse vendeuses vendre vendredi vendu venez veniez venir venons vent vente ventes ventilateur ventilo
        venu verification verifie verifier verra verre verrons verrouille verrouillee verrouiller vers version versions verso vert verte
        vertes verts vestiaire veterinaire veterinaires veuillez veulent veut veux via vibre vibreur vice vide videe video
        videoprojecteur videos vider vides vie vieil vieille vieilles viendra viendront vienne viennent viens vient vierge vieux
        vigilance ville vin vingt vins violet vire virement virer virez virus visible visio visite visites visiteur visiteurs vit vital
        vitale vite vitesse viticole vitre vitrine viva vive vivre vocal vocale voeux voici voie voient voila voip voir voirie vois
        voisin voisine voit voiture voix vol volatilise volatilises vole volee volume vont vos vote voter votre votres voudrais voudrait
        voudrez voudrions voulais voulait voulant voulez vouloir voulons voulu vous voyait voyant voyez voyons vpn vrai vraie vraiment
        vrais vraisemblablement vs vu vue wan wants was we web webcam webinaire webmail wednesday week weekend went whatsapp when where
        who whole wifi will windows wipe with won word work works would write wrong xerox y ya yammer yesterday yeux yo you your zele
        zero zip zone zoom
        """;

    /// <summary>Every word, folded.</summary>
    public static FrozenSet<string> All { get; } = Words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
