using System.Collections.Immutable;

namespace SiOne.Bot.Understanding.Vocabulary;

/// <summary>What requests are about: devices, mail, files, accounts.</summary>
internal static class Things
{
    /// <summary>Nouns. A term may stand under several concepts ("portable" is a phone or a computer).</summary>
    public static ImmutableArray<Concept> Concepts { get; } =
    [
        new("phone", "telephone*, tel, tels, tels pro, mobile, mobiles, smartphone*, smartfone*, iphone*, samsung, galaxy, pixel, android, gsm, phone, phones, cellphone*, portable pro, portables pro, portable professionnel, portable, portables, tel portable, telephone portable, phablette*"),
        new("computer", "ordinateur*, ordi, ordis, pc, pcs, laptop*, macbook*, mac, imac, pc portable, pc portables, ordinateur portable, ordinateurs portables, portable, portables, poste, postes, poste de travail, unite centrale, tour, workstation, computer*, poste fixe, desktop, machine"),
        new("deskphone", "telephone fixe, telephones fixes, poste telephonique, telephone ip, telephones ip, telephonie ip, voip, standard telephonique, softphone, lignes fixes, ligne fixe, poste voip, tonalite"),
        new("sim", "sim, esim, carte sim, forfait, apn, puce"),
        new("glass", "vitre, vitres, glace, verre, dalle, ecran casse*, ecran fissure*, ecran brise*, ecran fele*, ecran explose*, ecran eclate*, ecran pete, ecran mort, vitre cassee, vitre brisee, ecran en miettes, cracked, shattered, cracked screen, broken screen, toile d araignee, face arriere"),
        new("mailbox", "boite*, bal, bals, messagerie*, mailbox*, boite mail, boites mail, boite mails, boite aux lettres, boite de reception, inbox, boite email, adresse mail, adresses mail, adresse email, adresse e mail, adresse electronique, adresse de messagerie, mail address, email address, compte mail, compte de messagerie"),
        new("address", "adresse*, <address>, adresse mail, adresses mail, adresse email, adresse e mail, adresse electronique, address, mail address, email address"),
        new("mail", "mail, mails, email*, e mail, e mails, courriel*, message, messages, mel, mels, correspondance, msg"),
        new("webmail", "webmail, thunderbird, imap, smtp, pop, pop3, messagerie classique, boite classique, mot de passe de boite, mot de passe de la boite, mdp de la boite, mot de passe mail, mdp mail, messagerie orange, parametres serveur, serveur entrant"),
        new("account", "compte*, account*, acces, identifiant*, login, session, sessions, utilisateur"),
        new("m365", "365, m365, o365, office 365, microsoft 365, microsoft, office, compte office, compte 365, ms365"),
        new("licence", "licence*, license*, lic, abonnement office, abonnement microsoft, e3, e5, f1, f3, business premium, business standard, business basic, copilot, power bi, exchange plan, teams premium, audioconference, visio plan, project plan"),
        new("office-app", "word, excel, powerpoint, power point, outlook, onenote, publisher, access, pack office, suite office, office, ms project, visio, project, apps office, applications office, onedrive, libreoffice, office complet"),
        new("outlook", "outlook, onenote, word, excel, powerpoint, onedrive, teams, yammer, explorateur, navigateur, chrome, edge, firefox, thunderbird, acrobat, adobe, windows"),
        new("teams", "teams, team, equipe teams, equipes teams, microsoft teams, canal, canaux, channel, channels, groupe teams"),
        new("team", "equipe teams, equipes teams, canal teams, groupe teams, team, l equipe, equipe, la team, canal, channel"),
        new("member", "membre*, proprietaire*, owner, owners, invite externe, invites externes, invite, invites, guest, guests, member*, externe*"),
        new("sharepoint", "sharepoint, share point, bibliotheque, espace documentaire, site sharepoint, intranet"),
        new("site", "site sharepoint, le site, du site, site complet, sites sharepoint, site teams, equipe supprimee, site entier, sharepoint site, bibliotheques, page d accueil, tout le sharepoint, espace sharepoint, sharepoint complet"),
        new("share", "dossier partage, dossiers partages, dossier commun, lecteur commun, dossier rh, dossier compta, dossier direction, serveur de fichiers, partage reseau, onedrive, dossier reseau, partage, shared folder"),
        new("rights", "droit, droits, acces, autorisation*, permission*, en lecture, en ecriture, lecture seule, en modification, contribution, habilitation*, edit permissions, read only, access, lecture ecriture, ecriture, denied, partage externe"),
        new("file", "fichier*, dossier*, sous dossier*, document, documents, repertoire*, classeur*, doc, docs, xlsx, docx, pdf, pptx, accdb, photos, plans, plannings, tableau, tableur, file, files, folder*, base, presentation, fiches, maquette, bloc notes, contrats, dwg, donnees, spreadsheet"),
        new("store", "onedrive, serveur, nas, sharepoint, lecteur, reseau, bureau, mes documents, disque, partage, commun, drive, server, <path>"),
        new("backup", "sauvegard*, backup*, back up, back ups"),
        new("backup-scope", "a la sauvegarde, dans la sauvegarde, dans les sauvegardes, aux sauvegardes, des sauvegardes, plan de sauvegarde, perimetre*, perimetre de sauvegarde, tache de sauvegarde, backup scope, retention, conservation, conserver, frequence, quotidienne, bien sauvegarde*, pas sauvegarde*, plus sauvegarde*, est sauvegarde*, sont sauvegardes, etre sauvegarde*, sauvegarder aussi, backed up, to the backup, in the backup, arreter de sauvegarder, sauvegarder le, sauvegarder la, sauvegarder les, sauvegarde du poste, sauvegarde des postes, historique"),
        new("deleted-kind", "contact, contacts, carnet d adresses, calendrier, agenda, brouillon*, rendez vous, mes rdv, contacts outlook, calendar, dossier outlook, dossier de mails, sous dossier de mails, corbeille outlook, elements supprimes, elements envoyes"),
        new("list", "liste de diffusion, listes de diffusion, liste de distribution, listes de distribution, liste, listes, groupe de diffusion, distribution list, mailing list, liste mail, groupe mail, codir"),
        new("white-list", "liste blanche, liste noire, liste des, whitelist, blacklist, liste verte, la liste ci jointe, liste ci jointe, en liste"),
        new("mailbox-setting", "alias, nom d affichage, nom affiche, quota, limite de taille, taille maximale, antispam, anti spam, filtre*, spam, spams, indesirable*, liste blanche, whitelist, liste noire, delegation, delegue*, envoyer en tant que, en tant que, de la part de, send as, send on behalf, regle outlook, regle de tri, archive en ligne, boite pleine, presque pleine, boite saturee, saturee, too large, courrier indesirable, quarantaine, courriers indesirables, nom de jeune fille, nom marital, display name, newsletter*"),
        new("signature-block", "signature, signatures, signature mail, signature automatique"),
        new("calendar", "agenda, agendas, calendrier, calendriers, calendar, planning partage, agenda partage"),
        new("password", "mot de passe, mots de passe, mdp, password*, passe, mot de pass, mots de pass, pwd, mot d passe"),
        new("mfa", "authenticator, double authentification, authentification a deux facteurs, deux facteurs, double facteur, mfa, 2fa, second facteur, code de verification, codes de verification, authentification, code par sms, appli d authentification, multifacteur, multi facteur, a2f"),
        new("windows-login", "session windows, ouvrir ma session, ouverture de session windows, code pin windows, pin windows, windows hello"),
        new("printer", "imprim*, copieur*, photocopieu*, traceur*, etiqueteuse*, printer*, multifonction*, bourrage, recto verso, bac, fax, konica, brother, canon, ricoh, kyocera, lexmark, epson, plotter"),
        new("scan", "scan, scans, scanner, scanners, numeris*, scan to mail, scan vers mail"),
        new("consumable", "toner, toners, cartouche*, encre, encres, ramette*, papier, piles, consommable*, tambour, ink, batterie de rechange"),
        new("network", "wifi, wi fi, reseau, internet, vpn, debit, fibre, box, routeur, switch, borne wifi, bornes wifi, borne, ip, adresse ip, pare feu, firewall, ethernet, rj45, adsl, connexion internet, filtrage, filtre web, proxy, network, hotspot, latence, bande passante"),
        new("drive", "lecteur*, lecteur reseau, lecteurs reseau, serveur, serveurs, srv, partages reseau, mapped drive*, file server, network drive, le z, le s"),
        new("hardware", "ecran, ecrans, clavier*, souris, disque dur, disque, station d accueil, dock, chargeur*, ventilateur*, batterie, webcam, casque, casques, enceinte*, onduleur*, caisse, videoprojecteur*, projecteur, usb, prise, alimentation, carte mere, micro, haut parleur*, hub, barrette, lecteur carte, carte vitale, pointeuse, badgeuse, tpe, douchette, lecteur de code, pave numerique, touches, trackpad, tablette*, keyboard, screen, monitor, mouse, charger, camera, borne d accueil, cable"),
        new("software", "logiciel*, appli, application*, programme*, software, ebp, sage, cegid, ciel, autocad, photoshop, erp, crm, logiciel metier, logiciel de paie, logiciel de caisse, mise a jour, certificat, rpva, plugin, complement, macro*, pilote, base access, acrobat, adobe, pdf, antidote"),
        new("website", "site web, site internet, nom de domaine, nom domaine, dns, hebergement, certificat ssl, website, domaine"),
        new("invoice", "facture*, factur*, avoir, prelevement*, rib, iban, siret, siren, reglement, echeance*, paiement*, duplicata, relances, invoice*, bon de commande, comptabilite fournisseur, virement, coordonnees bancaires, bank details, impaye*, tarification, mensualite*, tva"),
        new("contract", "contrat, contrats, conditions generales, cgv, avenant*, resili*, preavis, reconduction, formule, formule premium, formule standard, formule serenite, raison sociale, adresse de facturation, adresse de livraison, annexes du contrat, contract, attestation*, renouvellement du contrat, notre abonnement, option week end, option weekend, denonciation, parc sous contrat"),
        new("gdpr", "rgpd, gdpr, cnil, donnees personnelles, donnees a caractere personnel, droit a l oubli, portabilite, dpo, registre des traitements, sous traitant*, rectification, droit d acces, effacement de ses donnees, effacement de mes donnees, mes donnees, personal data, article 15, article 17, article 28, droit d opposition, registre, traitements, limitation du traitement, donnees me concernant"),
        new("visit", "visite*, intervention*, passage, rdv, rendez vous, venue, maintenance preventive, visit, appointment, technicien"),
        new("usb-key", "cle usb, disque externe, disque dur externe, usb stick, usb key, cle"),
        new("virus", "virus, malware*, ransom*, rancon*, trojan, cheval de troie, antivirus, menace detectee, spyware, logiciel espion, cryptolock*, fichiers chiffres, extension bizarre, fichiers cryptes, defender, menace"),
        new("phishing", "phishing, hameconn*, arnaque*, frauduleu*, fraude*, usurp*, escroquerie, faux mail, fausse facture, faux site, suspect, suspecte, suspects, suspicious, scam, louche, douteu*, tentative d arnaque, faux ordre, faux technicien, faux virement, bizarre, imite, se fait passer"),
        new("intrusion", "intrus*, pirat*, hack*, compromis*, cambriol*, connecte depuis, connexion suspecte, connexions suspectes, connexion depuis, acces non autorise, breach, tentative de connexion, tentatives de connexion, attaque, attaques, cyberattaque, fuite de donnees, connexion inconnue, sign in from"),
    ];
}
