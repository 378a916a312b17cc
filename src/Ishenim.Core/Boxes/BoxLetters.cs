using System.Security.Cryptography;
using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;

namespace Ishenim.Core.Boxes;

/// <summary>A letter from the box, as typed at the desk.</summary>
public sealed record BoxLetter
{
    /// <summary>What it says, typed from the paper; of a closed envelope only that it is one.</summary>
    public required string Text { get; init; }

    public required Kind Kind { get; init; }

    public required Subject Subject { get; init; }

    public required WriterGroup Group { get; init; }

    /// <summary>Null: anonymous.</summary>
    public required Identity? Identity { get; init; }

    /// <summary>Whom it is about, so that X2 holds for paper too.</summary>
    public required IReadOnlyList<About> About { get; init; }

    public required bool Urgent { get; init; }

    /// <summary>A closed envelope: whoever registers it has not read it.</summary>
    public required bool Closed { get; init; }
}

/// <summary>Registers letters from the box in the transaction of their opening, sealed and numbered as those from the web.</summary>
public static class BoxLetters
{
    private const int LookupBytes = 32;

    /// <exception cref="SchoolNotOpen">The school has not opened yet.</exception>
    /// <exception cref="NobodyMayRead">The letter is about everybody who could read it.</exception>
    public static async Task<(AppealId Id, RegisterNumber Number)> AddLetterAsync(this IshenimDb db, Actor actor, School school, TimeProvider time, BoxLetter letter)
    {
        if (school.OpenedOn is null)
            throw new SchoolNotOpen();
        await db.LockSchoolAsync();
        using var draft = LetterDraft.New();
        using var arrival = new Arrival(school, Written(letter, draft, school), NobodysReceipt());
        arrival.Choose(await db.RosterAsync(), new HashSet<Guid>());
        if (arrival.Refused is { } refusal)
            throw refusal;
        var clock = school.Clock(time);
        arrival.Number(clock, await db.NextNumberAsync(RegisterNumber.SeriesOf(clock.Today.Year, arrival.Choice.Restricted)));
        arrival.Seal();
        db.AddRange(arrival.Rows);
        db.AddBoxNotices(arrival);
        await db.SaveChangesAsync();
        await db.JournalArrivalAsync(clock.Today, JournalVerb.LetterArrived, arrival.Id);
        // Whom the letter must be kept from had to read it to know: the journal says so.
        if (!letter.Closed && arrival.Choice.Excluded.Contains(actor.Person))
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.LetterReadAtBox, arrival.Id));
        return (arrival.Id, RegisterNumber.Parse(arrival.Facts.Number));
    }

    private static NewLetter Written(BoxLetter letter, LetterDraft draft, School school) => new()
    {
        Draft = draft, Text = letter.Text, Kind = letter.Kind, Subject = letter.Subject, Group = letter.Group, Channel = Channel.Box,
        Identity = letter.Identity, About = letter.About, Urgent = letter.Urgent, Language = school.Language, Files = [],
    };

    /// <summary>The writer of a sheet without a stub has no code: the writer's side is sealed to a key that nobody has.</summary>
    private static FreshReceipt NobodysReceipt()
    {
        using var keys = KeyPair.Generate();
        return new FreshReceipt(ReceiptCode.New(), RandomNumberGenerator.GetBytes(LookupBytes), keys.PublicKey);
    }

    private static void AddBoxNotices(this IshenimDb db, Arrival arrival) => Mail.Notices.AddNotices(
        db, arrival.School, arrival.Choice.Readers, arrival.Letter.Urgent ? Mail.Notice.UrgentLetter : Mail.Notice.NewLetter, arrival.AppearsAt, arrival.Choice.Restricted);
}
