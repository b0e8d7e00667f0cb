using SiOne.Bot.Domain.Privacy;

namespace SiOne.Bot.Domain.Tests.Privacy;

/// <summary>Exactly what is masked and what stays, letter by letter; ◆1 stands for the first mask.</summary>
public sealed class MaskingTests
{
    [Theory]
    // Behind a separator: a plain word only in quotes, or where nothing follows. A second look finds what stood behind the first.
    [InlineData("mdp : Soleil49, poste (Atelier2024)", "mdp : ◆1, poste (◆2)")]
    [InlineData("mdp : \"Soleil\" depuis hier", "mdp : \"◆1\" depuis hier")]
    [InlineData("mdp : «Soleil» depuis hier", "mdp : «◆1» depuis hier")]
    [InlineData("mdp : “Soleil” depuis hier", "mdp : “◆1” depuis hier")]
    [InlineData("mdp : `Soleil` depuis hier", "mdp : `◆1` depuis hier")]
    [InlineData("mdp : x9z", "mdp : ◆1")]
    [InlineData("mdp : pc-045", "mdp : ◆1")]
    [InlineData("mdp : srv-0123456789abcdef", "mdp : ◆1")]
    [InlineData("clé wifi : Ab3de5", "clé wifi : ◆1")]
    [InlineData("clé wifi : 12345678", "clé wifi : ◆1")]
    [InlineData("jeton : 483920", "jeton : ◆1")]
    [InlineData("code d'accès : XB12CD", "code d'accès : ◆1")]
    [InlineData("code : 12#34", "code : ◆1")]
    [InlineData("code : 1234#567", "code : ◆1")]
    // Behind "est".
    [InlineData("le token est AB12CD34", "le token est ◆1")]
    [InlineData("le mot de passe est \"soleil\" depuis hier", "le mot de passe est \"◆1\" depuis hier")]
    [InlineData("le mot de passe est «soleil»", "le mot de passe est «◆1»")]
    [InlineData("le mot de passe est “soleil”", "le mot de passe est “◆1”")]
    [InlineData("le mot de passe est `soleil`", "le mot de passe est `◆1`")]
    [InlineData("le mot de passe est soLeil", "le mot de passe est ◆1")]
    [InlineData("le mot de passe est soLEil", "le mot de passe est ◆1")]
    [InlineData("le mot de passe c’est Soleil49", "le mot de passe c’est ◆1")]
    [InlineData("le mot de passe c‘est Soleil49", "le mot de passe c‘est ◆1")]
    [InlineData("le mot de passe cʼest Soleil49", "le mot de passe cʼest ◆1")]
    // Right behind the key.
    [InlineData("mot de passe \"soleil\"", "mot de passe \"◆1\"")]
    [InlineData("mot de passe «soleil»", "mot de passe «◆1»")]
    [InlineData("mot de passe “soleil”", "mot de passe “◆1”")]
    [InlineData("mot de passe `soleil`", "mot de passe `◆1`")]
    [InlineData("mot de passe 'soleil'", "mot de passe '◆1'")]
    [InlineData("mot de passe abc123", "mot de passe ◆1")]
    [InlineData("mot de passe so#ei", "mot de passe ◆1")]
    [InlineData("mot de passe sol#ei#l", "mot de passe ◆1")]
    [InlineData("code pin 12345678", "code pin ◆1")]
    [InlineData("login : jdupont / ab1c", "login : jdupont / ◆1")]
    // On the next line.
    [InlineData("Mot de passe :\nsardine\nMerci", "Mot de passe :\n◆1\nMerci")]
    [InlineData("Mot de passe\nSoLeil", "Mot de passe\n◆1")]
    [InlineData("Code PIN\n4471", "Code PIN\n◆1")]
    [InlineData("Code\nZX81AB", "Code\n◆1")]
    // Before the key, and typed in a text about passwords.
    [InlineData("Soleil2024! comme mot de passe", "◆1 comme mot de passe")]
    [InlineData("Ete24! comme mot de passe", "◆1 comme mot de passe")]
    [InlineData("mot de passe et mdp refusés, je tape bien Azerty2026", "mot de passe et mdp refusés, je tape bien ◆1")]
    [InlineData("mdp refusé : je tape Soleil49 et rien", "mdp refusé : je tape ◆1 et rien")]
    [InlineData("mdp refusé : je tape Ete-24 et rien", "mdp refusé : je tape ◆1 et rien")]
    // By their form alone.
    [InlineData("- 281943-550112-094378 -", "- ◆1 -")]
    [InlineData("rendez-vous, puis 281943-550112-094378.", "rendez-vous, puis ◆1.")]
    [InlineData("Voici :\n-----BEGIN PRIVATE KEY-----\nMIIE\nabc=\n-----END PRIVATE KEY-----\nmerci", "Voici :\n◆1\nmerci")]
    [InlineData("Voici :\n-----BEGIN PRIVATE KEY-----\nMIIE\nabc=", "Voici :\n◆1")]
    // As people and programs type it.
    [InlineData("m\u200Bot de passe : Sol\u00ADeil49 merci", "m\u200Bot de passe : ◆1 merci")]
    [InlineData("ｍｄｐ： Soleil49 merci", "ｍｄｐ： ◆1 merci")]
    [InlineData("mot de passe à\u00A0usage\u00A0unique 839201", "mot de passe à\u00A0usage\u00A0unique ◆1")]
    [InlineData("mot de passe à\u202Fusage\u202Funique 839201", "mot de passe à\u202Fusage\u202Funique ◆1")]
    [InlineData("mot de passe à\u2007usage\u2007unique 839201", "mot de passe à\u2007usage\u2007unique ◆1")]
    [InlineData("mot de passe à\u2009usage\u2009unique 839201", "mot de passe à\u2009usage\u2009unique ◆1")]
    // Tables.
    [InlineData("Mot de passe\tPoste\nsardine\tPC-12", "Mot de passe\tPoste\n◆1\tPC-12")]
    [InlineData("Nom | Mot de passe | Poste\nPaul | truite | PC-12", "Nom | Mot de passe | Poste\nPaul | ◆1 | PC-12")]
    [InlineData("Nom | Mot de passe\nPaul | a1b", "Nom | Mot de passe\nPaul | ◆1")]
    [InlineData("Nom | Mot de passe\nPaul | truite\n\nPoste | Atelier", "Nom | Mot de passe\nPaul | ◆1\n\nPoste | Atelier")]
    [InlineData("Nom | Mot de passe\nPaul | truite\nPaul | Marie | Zoé", "Nom | Mot de passe\nPaul | ◆1\nPaul | Marie | Zoé")]
    // The same secret again, whole or not.
    [InlineData("mdp : Sardine44\nfichier Sardine44bis", "mdp : ◆1\nfichier Sardine44bis")]
    [InlineData("mdp : Sardine.44\nmdp : Sardine.44!bis", "mdp : ◆1\nmdp : ◆2")]
    [InlineData("[secret masqué #3] [secret masqué #1] mdp : Truite.49", "◆3 ◆1 mdp : ◆4")]
    public void Masks_the_secret_and_nothing_else(string text, string expected) => Assert.Equal(expected, Short(Secrets.Mask(text).Texts[0]));

    [Theory]
    [InlineData("mot de passe : Paul le connaît")]
    [InlineData("mdp : \"a\"")]
    [InlineData("mot de passe refusé : PC-045")]
    [InlineData("mot de passe valable jusqu'au : 12/03/2026")]
    [InlineData("mot de passe : https://nas49/")]
    [InlineData("mot de passe : 0x80070005")]
    [InlineData("mot de passe : guide2024.pdf")]
    [InlineData("mot de passe : srv-0123456789abcdef0")]
    [InlineData("clé USB : Kingston64Go")]
    [InlineData("clé wifi : pc-045")]
    [InlineData("clé wifi : A3b5c")]
    [InlineData("clé wifi : demandez à Paul")]
    [InlineData("code d'accès : demandez à Paul")]
    [InlineData("code : 1234#5678")]
    [InlineData("la clé est introuvable")]
    [InlineData("la clé est CT45B9")]
    [InlineData("le code est introuvable")]
    [InlineData("le mot de passe est simple")]
    [InlineData("le mot de passe est simple!")]
    [InlineData("la clé renouvelée hier")]
    [InlineData("la clé 0012004500 ne tourne plus")]
    [InlineData("code pin 123 essais")]
    [InlineData("code pin étage2 perdu")]
    [InlineData("mot de passe du logiciel Compta2024 perdu")]
    [InlineData("Mot de passe oublié\nCompta2024\nMerci")]
    [InlineData("Mot de passe\nCompta2024 ne s'ouvre plus")]
    [InlineData("Mot de passe\nMadame,\nj'ai perdu le mien")]
    [InlineData("Code PIN\nintrouvable")]
    [InlineData("On saisit PORTAIL2024 puis le mot de passe")]
    [InlineData("je saisis correctement le mot de passe")]
    [InlineData("On tape bien Renard_Roux_85")]
    [InlineData("Application Compass : Nord2024")]
    [InlineData("Passage : Nord2024")]
    [InlineData("1281943-550112-094378")]
    [InlineData("281943-550112-0943")]
    [InlineData("12-550112-094378")]
    [InlineData("mdp perdu\nNom | Poste\nPaul | Atelier")]
    public void Leaves_what_is_no_secret(string text) => Assert.Equal(text, Secrets.Mask(text).Texts[0]);

    [Theory]
    [InlineData('!')]
    [InlineData('@')]
    [InlineData('#')]
    [InlineData('$')]
    [InlineData('%')]
    [InlineData('&')]
    [InlineData('*')]
    [InlineData('+')]
    [InlineData('?')]
    [InlineData('^')]
    [InlineData('~')]
    [InlineData('€')]
    [InlineData('§')]
    [InlineData('_')]
    [InlineData('£')]
    public void Any_sign_that_password_rules_ask_for_makes_a_word_one(char sign) =>
        Assert.Equal("mot de passe ◆1", Short(Secrets.Mask($"mot de passe sol{sign}eil").Texts[0]));

    [Theory]
    [InlineData(18, true)]
    [InlineData(30, false)]
    public void A_value_is_looked_for_some_empty_lines_below_its_key(int lines, bool masked)
    {
        var text = "Mot de passe : " + new string('\n', lines) + "Sardine.44";
        Assert.Equal(masked ? text.Replace("Sardine.44", "◆1", StringComparison.Ordinal) : text, Short(Secrets.Mask(text).Texts[0]));
    }

    [Fact]
    public void Numbers_go_on_from_the_highest_of_all_texts() => Assert.Equal<string>(
        ["◆3", "◆1 mdp : ◆4"], Secrets.Mask(["[secret masqué #3]", "[secret masqué #1] mdp : Truite.49"]).Texts.Select(Short));

    private static string Short(string masked) =>
        masked.Replace("[secret masqué #", "◆", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
}
