using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Tests.Privacy;

/// <summary>A line in which somebody gives a secret away.</summary>
/// <param name="Text">What they write.</param>
/// <param name="Secret">What has to be gone.</param>
/// <param name="Frame">Which way of writing it is, to name what is missed.</param>
internal sealed record SecretLine(string Text, string Secret, string Frame);

/// <summary>
/// Ways in which French and English people give secrets away, by the groups of RELIABILITY.md section 5, each with many values and typed as
/// people type. Written out of mails and forum posts, without a look at the patterns; always the same lines.
/// </summary>
internal static class SecretLines
{
    // ◆ stands for the secret.
    private static readonly ImmutableArray<string> Announced =
    [
        "mot de passe : ◆", "Mot de passe: ◆", "MOT DE PASSE : ◆", "mdp : ◆", "MDP: ◆", "mdp=◆", "mdp = ◆", "mdp -> ◆", "Mdp : ◆ merci", "m.d.p. : ◆", "motdepasse : ◆",
        "mots de passe : ◆", "mot de pass : ◆", "mot de passse : ◆", "mon mdp c'est ◆", "mon mdp c est ◆", "mon mdp c ◆", "mon mot de passe est ◆", "le mot de passe est : ◆",
        "le mot de passe était ◆", "le nouveau mot de passe sera ◆", "Le mot de passe provisoire est ◆.", "mot de passe provisoire : ◆", "mot de passe temporaire : ◆",
        "mot de passe actuel : ◆", "mot de passe de session : ◆", "mot de passe Windows : ◆", "mot de passe de la messagerie : ◆", "mot de passe de ma boîte : ◆",
        "mot de passe (session) : ◆", "mot de passe de Julien : ◆", "mot de passe pour la session de Julien = ◆", "password: ◆", "Password : ◆", "my password is ◆", "pwd: ◆", "pw: ◆",
        "pass : ◆", "passphrase : ◆", "phrase secrète : ◆", "phrase de passe : ◆", "sésame : ◆", "voici mon mot de passe : ◆", "je vous donne le mdp : ◆, vous pouvez vous connecter",
        "pour vous connecter, mdp : ◆.", "Mon mot de passe (◆) ne marche plus", "le mot de passe « ◆ » est refusé", "le mot de passe \"◆\" ne passe pas", "mdp wifi : ◆", "clé wifi : ◆",
        "Clé Wi-Fi : ◆", "cle wifi = ◆", "clé WPA : ◆", "clé WPA2 : ◆", "code d'accès : ◆", "code de session : ◆", "le code de la session est ◆", "mot de passe administrateur : ◆",
        "mot de passe admin du NAS : ◆", "session : accueil / mdp : ◆", "identifiant : jdupont, mot de passe : ◆", "login : jdupont mdp : ◆", "Login jdupont / Mot de passe ◆",
        "identifiant : jdupont / ◆", "login: jdupont / ◆", "compte : compta ; mot de passe : ◆", "utilisateur : accueil / ◆", "Identifiant jdupont et mot de passe ◆",
        "mot de passe\n◆", "Mot de passe :\n◆", "mdp\n◆\nmerci", "Identifiant : jdupont\nMot de passe : ◆\nCordialement", "User: jdupont\nPassword: ◆",
        "bonjour, mon pc est bloqué, mdp : ◆ si vous voulez regarder. merci", "Le mdp du portable de prêt est ◆, il est sur l'étiquette.", "j'ai mis ◆ comme mot de passe",
        "On a changé le mot de passe hier : c'est ◆ maintenant", "le mot de passe du fichier est ◆", "mot de passe du zip : ◆", "mot de passe d'ouverture du PDF : ◆",
        "J'ai bien tapé mon mot de passe ◆ trois fois", "Mon mot de passe ◆ est refusé depuis ce matin", "mot de passe – ◆", "mot de passe → ◆", "mot de passe=◆", "MDP session ◆", "mdp : ◆\nJulien",
        "Secret : ◆", "token : ◆", "jeton : ◆", "clé API : ◆", "clé secrète : ◆", "client secret : ◆",
    ];

    private static readonly ImmutableArray<string> Numbered =
    [
        "code PIN : ◆", "code pin ◆", "Code PIN du téléphone : ◆", "le PIN est ◆", "PIN: ◆", "code de déverrouillage : ◆", "code de déverrouillage actuel ◆", "mon code d'écran est ◆",
        "code de vérification : ◆", "le code de vérification est ◆", "code sms : ◆", "code à usage unique : ◆", "j'ai reçu le code ◆ par sms pour la vérification", "code PUK : ◆",
        "code d'accès : ◆", "code de la porte : ◆", "code de l'alarme : ◆", "otp : ◆", "code de sécurité : ◆", "code de validation ◆", "Code PIN\n◆", "le code du téléphone est ◆",
        "code de session : ◆", "son code c'est ◆", "code confidentiel : ◆",
    ];

    private static readonly ImmutableArray<string> Tables =
    [
        "Nom | Mot de passe\nJulien | ◆", "Identifiant | Mot de passe | Poste\njdupont | ◆ | PC-12", "Utilisateur\tMot de passe\njdupont\t◆", "Compte | MDP\ncompta | ◆\n\nMerci",
        "| Login | Password |\n| jdupont | ◆ |",
    ];

    private static readonly ImmutableArray<string> Words =
    [
        "Ete2024!", "Bonjour1", "Azerty!2026", "azerty123", "Soleil49", "P@ssw0rd", "Motdepasse2025*", "Angers49000!", "Julien.1985", "chaton88", "Vendanges-49!", "Qwerty#77", "Bienvenue1!",
        "Compta_2026", "Fleur2Lys", "L@itue33", "mY5ecret", "Zx9!kLm2", "toto1234", "Printemps2026*", "Marie&Paul7", "Anjou-Loire44", "abc123DEF", "S0leil$$", "r3Dh4tX!", "Noel2025?",
        "Poire=Comice7", "Tomate+88x", "Renard_Roux_85", "Bl4nch3-N3ige",
    ];

    private static readonly ImmutableArray<string> Pins = ["4471", "0912", "190783", "2580", "839201", "73920164", "112358", "6042"];

    private static readonly ImmutableArray<(string Text, string Secret)> Formed =
    [
        ("voici la clé 281943-550112-094378-112233-445566-778899-001122-334455 qui s'affiche", "281943-550112-094378-112233-445566-778899-001122-334455"),
        ("Authorization: Bearer abcDEF123456.ghiJKL7890", "abcDEF123456.ghiJKL7890"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N"),
        ("ftp://depot:Zoulou77@ftp.demo.example/", "Zoulou77"), ("Server=sql1;User Id=sa;Password=Zoulou77;Database=paie", "Zoulou77"),
        ("Data Source=srv;pwd=Zoulou77;uid=sa", "Zoulou77"), ("otpauth://totp/ACME:jd?secret=JBSWY3DPEHPK3PXP", "JBSWY3DPEHPK3PXP"), ("WIFI:T:WPA;S:Accueil;P:Zoulou77;;", "Zoulou77"),
        ("AKIAIOSFODNN7EXAMPLE dans le script", "AKIAIOSFODNN7EXAMPLE"), ("le secret de l'app : abc8Q~abcdefghijklmnopqrstuvwxyz012345678", "abc8Q~abcdefghijklmnopqrstuvwxyz012345678"),
        ("-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n-----END RSA PRIVATE KEY-----", "MIIEowIBAAKCAQEA"),
        ("notre RIB : FR76 3000 6000 0112 3456 7890 189", "3000 6000 0112 3456 7890 189"), ("IBAN FR7630006000011234567890189", "FR7630006000011234567890189"),
        ("la carte 4970 1000 0000 0154 est refusée", "4970 1000 0000 0154"), ("carte bancaire : 4111111111111111", "4111111111111111"), ("CB 5555-5555-5555-4444", "5555-5555-5555-4444"),
        ("n° de sécu 1 85 05 78 006 084 91", "1 85 05 78 006 084 91"), ("NIR : 255081416802538", "255081416802538"),
    ];

    private static readonly ImmutableArray<Func<string, string>> Typed =
    [
        text => text,
        text => text.Replace(" :", "\u00A0:", StringComparison.Ordinal),
        text => text.Replace(" :", "\u202F:", StringComparison.Ordinal).Replace('\'', '’'),
        text => "Bonjour,\n\n" + text + "\n\nMerci d'avance,\nClaire",
        text => text.Replace("é", "e", StringComparison.Ordinal).Replace("è", "e", StringComparison.Ordinal).Replace("ô", "o", StringComparison.Ordinal).Replace("î", "i", StringComparison.Ordinal),
        text => text.Length > 2 ? text.Insert(2, "\u200B") : text,
        text => $"Voici ce que vous m'avez demandé ce matin au téléphone. {text}",
    ];

    /// <summary>At least 2,000 of them.</summary>
    public static ImmutableArray<SecretLine> All { get; } = [.. Make().DistinctBy(line => line.Text)];

    private static IEnumerable<SecretLine> Make()
    {
        var turn = 0;
        foreach (var frame in Announced)
            for (var i = 0; i < 21; i++, turn++)
                yield return Line(frame, Words[(turn * 7 + i) % Words.Length], turn);
        foreach (var frame in Numbered)
            for (var i = 0; i < 14; i++, turn++)
                yield return Line(frame, Pins[(turn + i) % Pins.Length], turn);
        foreach (var frame in Tables)
            foreach (var word in Words)
                yield return new SecretLine(frame.Replace("◆", word, StringComparison.Ordinal), word, frame);
        foreach (var (text, secret) in Formed)
            foreach (var around in (string[])["◆", "Bonjour,\n◆\nMerci", "On nous demande cela : ◆."])
                yield return new SecretLine(around.Replace("◆", text, StringComparison.Ordinal), secret, text);
    }

    private static SecretLine Line(string frame, string secret, int turn) =>
        new(Typed[turn % Typed.Length](frame.Replace("◆", "\uE000", StringComparison.Ordinal)).Replace("\uE000", secret, StringComparison.Ordinal), secret, frame);
}
