using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>Where lost files lay and what the day stands for, received on Wednesday 2026-03-11.</summary>
public sealed class RestoreMatterTests
{
    [Theory]
    [InlineData(Matter.ServerFile, "Le fichier budget.xlsx a été supprimé du serveur, pouvez-vous le restaurer ?")]
    [InlineData(Matter.ServerFile, "J'ai effacé un dossier sur le serveur, merci de le récupérer")]
    [InlineData(Matter.ServerFile, @"Merci de restaurer \\SRV01\Compta\Bilan.xlsx, il a été supprimé.")]
    [InlineData(Matter.ServerFile, "Le dossier Plans a disparu du lecteur P:, merci de le restaurer.")]
    [InlineData(Matter.ServerFile, "J'ai supprimé un fichier sur P: par erreur, pouvez-vous le restaurer ?")]
    [InlineData(Matter.ServerFile, @"Le fichier S:\Compta\FEC.txt a été perdu, merci de le restaurer")]
    [InlineData(Matter.ServerFile, "des photos effacées sur le NAS, à restaurer svp")]
    [InlineData(Matter.ServerFile, "Le répertoire Audits du lecteur réseau a été écrasé, merci de le restaurer")]
    [InlineData(Matter.LossDate, "J'ai supprimé le fichier devis.xlsx hier, pouvez-vous le restaurer ?")]
    [InlineData(Matter.LossDate, "Le dossier Clients a été effacé le 2 mars, merci de le restaurer.")]
    [InlineData(Matter.LossDate, "Fichier perdu depuis mardi, à restaurer svp")]
    [InlineData(Matter.LossDate, "Hier j'ai effacé le dossier Plans par erreur, merci de le récupérer")]
    [InlineData(Matter.LossDate, "J'ai supprimé un mail important lundi, est-il récupérable ?")]
    [InlineData(Matter.LossDate, "Le site SharePoint Qualité a été supprimé le 5 mars, merci de le restaurer")]
    [InlineData(Matter.LossDate, "I deleted the folder Contracts yesterday, could you restore it?")]
    public async Task Plain_words_are_read(Matter matter, string text) => Assert.True((await Read.First(text)).Speaks(matter));

    [Theory]
    [InlineData(Matter.ServerFile, "J'ai supprimé un fichier de mon OneDrive, pouvez-vous le restaurer ?")]
    [InlineData(Matter.ServerFile, "Le fichier a disparu de mon OneDrive. Je l'avais copié du serveur, merci de le restaurer.")]
    [InlineData(Matter.ServerFile, "Le fichier n'était pas sur le serveur mais sur mon bureau, il a été supprimé, merci de le restaurer.")]
    [InlineData(Matter.ServerFile, @"J'ai supprimé D:\Stock\Inventaire.accdb du PC du magasin, merci de le restaurer.")]
    [InlineData(Matter.ServerFile, "J'ai perdu un dossier sur ma clé USB, lecteur E:, à restaurer si possible")]
    [InlineData(Matter.ServerFile, "Depuis la panne du serveur je ne retrouve plus mon fichier budget.xlsx, merci de le restaurer.")]
    [InlineData(Matter.ServerFile, "Le fichier Excel a été supprimé, avez-vous une copie sur le serveur de sauvegarde ? Merci de le restaurer.")]
    [InlineData(Matter.ServerFile, "Le serveur est en panne, plus personne ne peut travailler.")]
    [InlineData(Matter.LossDate, "Merci de restaurer le fichier devis.xlsx dans la version de lundi.")]
    [InlineData(Matter.LossDate, "Merci de remettre le fichier plan.pdf tel qu'il était le 3 mars, il a été écrasé.")]
    [InlineData(Matter.LossDate, "Le dossier a été supprimé, merci de restaurer au 4 mars.")]
    [InlineData(Matter.LossDate, "J'ai supprimé le fichier de lundi, pouvez-vous le restaurer ?")]
    [InlineData(Matter.LossDate, "J'ai effacé le fichier créé le 2 mars, merci de le restaurer")]
    [InlineData(Matter.LossDate, "J'ai supprimé un mail reçu le 24 février, merci de le récupérer")]
    [InlineData(Matter.LossDate, "J'ai écrasé le fichier hier, remettez la version de lundi svp")]
    [InlineData(Matter.LossDate, "Le fichier était encore là lundi, il a disparu, merci de le restaurer")]
    [InlineData(Matter.LossDate, "Le dossier a disparu, merci de le restaurer avec la sauvegarde de cette nuit.")]
    [InlineData(Matter.LossDate, "Le dossier Clients a disparu du serveur, merci de le restaurer.")]
    [InlineData(Matter.LossDate, "J'ai perdu mon téléphone hier dans le train.")]
    public async Task What_only_looks_like_it_is_not_read(Matter matter, string text) => Assert.False((await Read.First(text)).Speaks(matter));
}
