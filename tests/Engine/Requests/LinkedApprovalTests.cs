using System.Text;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Tests.Requests;

/// <summary>Art. 11, 14: an approver who reads mail decides on a page; what their link stands for, and what its yes or no does.</summary>
public sealed class LinkedApprovalTests
{
    [Fact]
    public async Task Each_approvers_mail_has_a_link_in_their_own_name_and_nobody_elses_mail_has_one()
    {
        await using var life = new Life();
        var request = await ApprovalTests.AskedAsync(life);
        foreach (var person in (string[])["nadia", "odile"])
        {
            var token = Bench.Links.VerifyApproval(TokenIn((await life.MailsToAsync(person))[^1].TextBody)!)!;
            Assert.Equal((request.Id, ApprovalAsk.VersionOf(request)), (token.Request, token.Version));
            Assert.Equal(person, Bench.Links.PersonOf(token, Bench.Nova)!.Id);
            // Ten days of service from Tuesday 24 November at 10:00: the request itself is closed then.
            Assert.Equal(Agenda.ClosesAt(request.State, weekend: null, LifeTimes.Default), token.Until);
        }

        Assert.DoesNotContain("/accord/", (await life.MailsToAsync("paul"))[^1].ToString(), StringComparison.Ordinal);
        Assert.Contains("depuis le mardi 24 novembre 2026 à 10 h", Spaced((await life.MailsToAsync("nadia"))[^1].TextBody), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_brings_a_link_that_lives_on()
    {
        await using var life = new Life();
        await ApprovalTests.AskedAsync(life);
        var first = Bench.Links.VerifyApproval(TokenIn((await life.MailsToAsync("nadia"))[^1].TextBody)!)!;
        await life.PassToAsync("2026-12-01 09:00");
        var again = Bench.Links.VerifyApproval(TokenIn((await life.MailsToAsync("nadia"))[^1].TextBody)!)!;
        Assert.Equal((first.Request, first.Version, first.PersonMark), (again.Request, again.Version, again.PersonMark));
        Assert.True(again.Until > first.Until);
    }

    [Fact]
    public async Task A_yes_accepts_and_each_is_told_once_who_gave_it()
    {
        await using var life = new Life();
        var request = await ApprovalTests.AskedAsync(life);
        await life.PassAsync(TimeSpan.FromHours(3));
        var row = await life.DecideAsync(request.DecisionOn("nadia"));

        var state = await life.StateOfAsync(request);
        Assert.Equal((RequestState.Accepted, "nadia", true), (state.State, state.ApprovedBy, state.ClockRuns));
        Assert.Equal(Bench.Start + TimeSpan.FromHours(3), Assert.Single(state.Pauses).To);
        Assert.Equal((LedgerEnd.FollowUp, request.Id), (row.End, Assert.Single(row.Requests)));
        Assert.Equal(["Approved to nadia@nova.example", "Approved to paul@nova.example"], (await life.NoticesAsync())[^2..].Order(StringComparer.Ordinal));
        Assert.Contains("Accord donné par : Nadia Bellecour", Spaced((await life.MailsToAsync("paul"))[^1].TextBody), StringComparison.Ordinal);
        var alert = (await life.EffectsAsync()).Single(effect => effect.Effect is Effect.AlertTechnicians);
        Assert.Contains("Accord donné par : Nadia Bellecour", (await life.WordsAsync(alert)).Alert!.Say(Language.French).Facts.Select(Spaced));
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task A_no_with_a_reason_tells_it_to_who_asked_and_a_secret_in_it_is_masked()
    {
        await using var life = new Life();
        var request = await ApprovalTests.AskedAsync(life);
        await life.DecideAsync(request.DecisionOn("odile", granted: false, "Le poste est gelé. Mon mot de passe est Tulipe42!x"));

        var state = await life.StateOfAsync(request);
        Assert.Equal(RequestState.Declined, state.State);
        var told = Spaced((await life.MailsToAsync("paul"))[^1].TextBody);
        Assert.Contains("Le poste est gelé.", told, StringComparison.Ordinal);
        Assert.Contains("Refusé par : Odile Marchandeau", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Tulipe42", told, StringComparison.Ordinal);
        var kept = Encoding.UTF8.GetString((await life.Bench.Vault.ReadBytesAsync(Assert.Single(state.TextKeys), CancellationToken.None))!);
        Assert.Contains("Le poste est gelé.", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("Tulipe42", kept, StringComparison.Ordinal);
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task A_technician_who_takes_it_leaves_the_link_as_it_is()
    {
        await using var life = new Life();
        var request = await ApprovalTests.AskedAsync(life);
        Assert.Null((await life.ActAsync(request, ActVerb.Take)).Refusal);
        await life.PassToAsync("2026-11-26 09:00"); // A reminder, too.
        await life.DecideAsync(request.DecisionOn("nadia"));
        Assert.Equal("nadia", (await life.StateOfAsync(request)).ApprovedBy);
    }

    [Fact]
    public async Task What_a_technician_sorted_anew_is_asked_anew_and_neither_the_old_link_nor_a_reply_to_the_old_mail_is_a_yes_to_it()
    {
        await using var life = new Life();
        var request = await ApprovalTests.AskedAsync(life);
        var old = await life.NoticeAsync(NoticeKind.ApprovalNeeded, "nadia");
        Assert.Null((await life.ActAsync(request, new ActWish(ActVerb.Correct) { OperationId = LicenceOperations.Assign.Id })).Refusal);
        var asked = await life.DocumentAsync(request.Id);
        Assert.Equal((RequestState.WaitingForApproval, "licence.assign"), (asked.State.State, asked.State.OperationId));
        Assert.Equal(4, (await life.NoticesAsync()).Count(told => told.StartsWith("ApprovalNeeded", StringComparison.Ordinal)));

        Assert.Equal("link-out-of-date", (await life.DecideAsync(request.DecisionOn("nadia"))).Reason);
        await life.MailAsync("nadia", "D'accord.", old);
        Assert.Equal((RequestState.WaitingForApproval, null), ((await life.StateOfAsync(request)).State, (await life.StateOfAsync(request)).ApprovedBy));
        Assert.Equal([Reactions.FollowUp], await life.AlertsAsync());

        await life.DecideAsync(asked.DecisionOn("nadia"));
        Assert.Equal("nadia", (await life.StateOfAsync(request)).ApprovedBy);
        await life.AddsUpAsync();
    }

    internal static string? TokenIn(string? text) =>
        text?.IndexOf("/accord/", StringComparison.Ordinal) is >= 0 and var at ? text[(at + "/accord/".Length)..].Split(['\r', '\n', ' '], 2)[0] : null;

    private static string Spaced(string? text) => (text ?? "").Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
