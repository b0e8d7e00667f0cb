using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SiOne.Bot.Domain.Privacy;

namespace SiOne.Bot.Domain.Tests.Privacy;

public sealed class SecretsTests
{
    [Theory]
    [InlineData("mdp provisoire : Ete2024!", "Ete2024!")]
    [InlineData("Mot de passe de session = Bonjour1", "Bonjour1")]
    [InlineData("MDP: azerty", "azerty")]
    [InlineData("mots de passes : Soleil49", "Soleil49")]
    [InlineData("mot de pass: Soleil49", "Soleil49")]
    [InlineData("mot de passse : Soleil49", "Soleil49")]
    [InlineData("motdepasse=Soleil49;", "Soleil49")]
    [InlineData("mon mdp c ete2024", "ete2024")]
    [InlineData("pw: ete2024", "ete2024")]
    [InlineData("MOT DE PASSE : SOLEIL49", "SOLEIL49")]
    [InlineData("le m.d.p. est Soleil49", "Soleil49")]
    [InlineData("le mot de passe de la boîte compta est Facture#12.", "Facture#12")]
    [InlineData("mot de passe « Soleil », merci", "Soleil")]
    [InlineData("Le mot de passe (Soleil+49) ne marche pas", "Soleil+49")]
    [InlineData("mot de passe : Soleil49", "Soleil49")]
    [InlineData("m\u200Bot de passe\u00A0: Soleil49", "Soleil49")]
    [InlineData("Mot de passe\u202F: Sol\u00ADeil49", "Sol\u00ADeil49")]
    [InlineData("code pin 4471", "4471")]
    [InlineData("Code PIN : 4471", "4471")]
    [InlineData("le code du téléphone est le suivant : 190783", "190783")]
    [InlineData("code d'accès de la salle : A12B", "A12B")]
    [InlineData("code de vérification 482913", "482913")]
    [InlineData("Mon code SMS est 482913", "482913")]
    [InlineData("clé wifi : Renard_Roux_85", "Renard_Roux_85")]
    [InlineData("La clé WPA est Renard-Roux-85", "Renard-Roux-85")]
    [InlineData("login : jdupont / Ete2024!", "Ete2024!")]
    [InlineData("session : pret / Sardine.44", "Sardine.44")]
    [InlineData("Identifiant jdupont, mot de passe Sardine.44", "Sardine.44")]
    [InlineData("utilisateur: jdupont ; Sardine.44", "Sardine.44")]
    [InlineData("Identifiant : jdupont\nMot de passe : Sardine.44", "Sardine.44")]
    [InlineData("Mot de passe\nSardine.44\nMerci", "Sardine.44")]
    [InlineData("mdp :\n\nsardine44", "sardine44")]
    [InlineData("Identifiant | Mot de passe\njdupont | sardine\nmmartin | truite", "truite")]
    [InlineData("j'utilise toujours Soleil2024! comme mot de passe", "Soleil2024!")]
    [InlineData("le mdp est refusé, je tape Azerty!2026 et rien", "Azerty!2026")]
    [InlineData("the password is Harbour#771", "Harbour#771")]
    [InlineData("Password -> Harbour771", "Harbour771")]
    [InlineData("PIN was 4471", "4471")]
    [InlineData("mes codes : pdurand / Tulipe77", "Tulipe77")]
    [InlineData("le jeton est 483920", "483920")]
    [InlineData("mot de passe à usage unique 839201", "839201")]
    [InlineData("wifi : Livebox / clé 7F3A9C2D11", "7F3A9C2D11")]
    [InlineData("clé bitlocker 281943-550112-094378-281943-550112-094378-281943-550112", "281943-550112-094378-281943-550112-094378-281943-550112")]
    [InlineData("281943-550112-094378", "281943-550112-094378")]
    [InlineData("Authorization: Bearer abcdefghijklmnop.qrstuv", "abcdefghijklmnop.qrstuv")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdEFGH1234", "eyJhbGciOiJIUzI1NiJ9")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc=\n-----END RSA PRIVATE KEY-----\nvoilà", "MIIE")]
    [InlineData("Server=db.example;User Id=sa;Password=Tr0ub4dor;", "Tr0ub4dor")]
    [InlineData("https://jean:Sardine44@nas.example/partage", "Sardine44")]
    [InlineData("otpauth://totp/x?secret=JBSWY3DPEHPK3PXP", "JBSWY3DPEHPK3PXP")]
    [InlineData("WIFI:T:WPA;S:Agence;P:Renard85;;", "Renard85")]
    public void Masks(string text, string secret)
    {
        var masked = Secrets.Mask(text);
        Assert.DoesNotContain(secret, masked.Texts[0], StringComparison.Ordinal);
        Assert.Contains("[secret masqué #1]", masked.Texts[0], StringComparison.Ordinal);
        Assert.True(masked.Count >= 1);
    }

    [Theory]
    [InlineData("j'ai oublié mon mot de passe")]
    [InlineData("Mot de passe oublié : Jean Dupont")]
    [InlineData("Pouvez-vous réinitialiser le mot de passe de Jean Dupont ?")]
    [InlineData("mon mot de passe est expiré depuis hier")]
    [InlineData("Le mot de passe Office 365 ne marche plus")]
    [InlineData("mot de passe Windows11 refusé !!!")]
    [InlineData("le mot de passe est celui-ci : voir plus bas")]
    [InlineData("mon mot de passe ne marche pas depuis le 12/03/2026")]
    [InlineData("mot de passe du compte compta@demo.example oublié")]
    [InlineData("code erreur 0x80070005")]
    [InlineData("il affiche l'erreur code 1603")]
    [InlineData("notre code postal : 49000 Angers")]
    [InlineData("code client : 12345")]
    [InlineData("ma clé USB est perdue, modèle DT100")]
    [InlineData("La session de Jean est bloquée")]
    [InlineData("Compte : Jean Dupont / Service comptable")]
    [InlineData("identifiant : jdupont")]
    [InlineData("Merci de créer un compte pour Marie Martin, arrivée le 16/03/2026, poste PC-ATEL-01")]
    [InlineData("Mot de passe\nBonjour,\nj'ai perdu le mien")]
    [InlineData("le mot de passe que vous m'avez donné hier est refusé, tél. 02 61 91 27 66")]
    [InlineData("Objet : mot de passe")]
    [InlineData("Mot de passe : voir avec Paul")]
    [InlineData("utilisateur : Paul Durand / poste PC-045")]
    [InlineData("session de formation le 12/03 / 14h")]
    [InlineData("code APE 6202A, code couleur #FF00AA")]
    [InlineData("")]
    public void Leaves(string text)
    {
        var masked = Secrets.Mask(text);
        Assert.Equal(text, masked.Texts[0]);
        Assert.Equal(0, masked.Count);
    }

    [Fact]
    public void The_same_secret_is_masked_in_all_texts_under_one_number()
    {
        var masked = Secrets.Mask(["Re: Sardine.44", "mon mdp : Sardine.44\nle wifi, clé : Truite.49", "Sardine.44.png"]);
        Assert.Equal("Re: [secret masqué #1]", masked.Texts[0]);
        Assert.Equal("mon mdp : [secret masqué #1]\nle wifi, clé : [secret masqué #2]", masked.Texts[1]);
        Assert.Equal("[secret masqué #1].png", masked.Texts[2]);
        Assert.Equal(2, masked.Count);
    }

    [Fact]
    public void A_pin_is_not_masked_inside_a_longer_number() =>
        Assert.Equal("PIN : [secret masqué #1], tél. 0644714471", Secrets.Mask("PIN : 4471, tél. 0644714471").Texts[0]);

    [Fact]
    public void Masks_of_an_earlier_pass_keep_their_numbers()
    {
        var masked = Secrets.Mask("mdp : [secret masqué #3]\nmdp : Truite.49");
        Assert.Equal("mdp : [secret masqué #3]\nmdp : [secret masqué #4]", masked.Texts[0]);
        Assert.Equal(1, masked.Count);
    }

    [Property(MaxTest = 300)]
    public Property Masking_twice_changes_nothing() => Prop.ForAll(Texts(), text =>
    {
        var once = Secrets.Mask(text);
        var twice = Secrets.Mask(once.Texts[0]);
        return twice.Count == 0 && string.Equals(once.Texts[0], twice.Texts[0], StringComparison.Ordinal);
    });

    [Property(MaxTest = 300)]
    public void Any_string_is_accepted(string? text) => Assert.Single(Secrets.Mask(text ?? "").Texts);

    [Fact]
    public void Four_times_the_text_takes_about_four_times_as_long()
    {
        static TimeSpan Time(int keys)
        {
            var text = string.Concat(Enumerable.Repeat("mot de passe mdp code : ", keys));
            var watch = System.Diagnostics.Stopwatch.StartNew();
            Secrets.Mask(text);
            return watch.Elapsed;
        }

        // The best of several, in turns: a machine that others use slows single ones down.
        var times = Enumerable.Range(0, 6).Select(turn => (Small: Time(2_500), Large: Time(10_000))).ToArray();
        var (small, large) = (times.Min(time => time.Small), times.Min(time => time.Large));
        Assert.True(large < small * 10, $"{small} and {large}");
    }

    private static Arbitrary<string> Texts() => Gen.Elements(
            "mot de passe", "mdp", "code", "PIN", "clé wifi", "session", "login", "token", "est", ":", "=", "/", "(", ")", "«", "»", "\n", " ", "|", "\u00A0", "\u200B",
            "Soleil49!", "4471", "Sardine.44", "merci", "Jean", "[secret masqué #1]", "281943-550112-094378", "://a:b@c", "comme", "je tape", "eyJabcdefgh.abcdefgh.abcd", ",", ".", "P:x;")
        .ListOf().Select(parts => string.Join(' ', parts)).ToArbitrary();
}
