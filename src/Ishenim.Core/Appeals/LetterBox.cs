using Ishenim.Core.Attachments;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Refusals;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>The school's readers have no keys yet: nobody could read a letter.</summary>
public sealed class SchoolNotOpen : Refusal;

/// <summary>The page was sent again after its letter had arrived: nothing was done this time.</summary>
public sealed class LetterAlreadyArrived : Refusal;

/// <summary>Accepts letters: seals, numbers, journals, and tells the readers, in one transaction.</summary>
public sealed class LetterBox(DatabaseGate database, ReceiptPool receipts, StagedFiles files, TimeProvider time)
{
    private const int FirstEpoch = 1;

    /// <summary>The receipt is returned only after the letter is durably there; a failure leaves nothing of it.</summary>
    /// <exception cref="SchoolNotOpen">The school has not opened yet.</exception>
    /// <exception cref="NobodyMayRead">The letter is about everybody who could read it.</exception>
    /// <exception cref="LetterAlreadyArrived">A letter of this draft is there already.</exception>
    /// <exception cref="StretchQueueFull">No code is ready, and too many wait for one.</exception>
    public async Task<Receipt> AcceptAsync(School school, NewLetter letter, CancellationToken cancellation)
    {
        if (school.OpenedOn is null)
            throw new SchoolNotOpen();
        await using var db = database.Open(school.Id);
        if (await db.Set<Appeal>().AnyAsync(appeal => appeal.Id == letter.Draft.Id, cancellation))
            throw new LetterAlreadyArrived();
        if (await db.IsPersonAsync(letter.Draft.Id))
            throw new LetterAlreadyArrived();
        ReaderRule.Choose(await db.RosterAsync(), letter.About, []);
        var receipt = await receipts.TakeAsync(school);
        using var keys = MakeKeys(letter);
        var facts = await WithFilesAsync(school, letter.Files, () => database.InTransactionAsync(db, () => AddAsync(db, school, letter, keys, receipt)));
        return new Receipt(receipt.Code, facts.DueOn);
    }

    private async Task<AppealFacts> WithFilesAsync(School school, IReadOnlyList<StagedFile> brought, Func<Task<AppealFacts>> commit)
    {
        try
        {
            await files.KeepAsync(school.Id, brought, CancellationToken.None);
            var facts = await commit();
            await files.ForgetAsync(brought);
            return facts;
        }
        catch
        {
            await files.PutBackAsync(database, school.Id, brought);
            throw;
        }
    }

    private static AppealKeys MakeKeys(NewLetter letter)
    {
        var keys = new AppealKeys();
        keys.Take(KeyClass.Letter, FirstEpoch, SecretKey.From(letter.Draft.Key.Bytes));
        keys.Make(KeyClass.Reply, FirstEpoch);
        keys.Make(KeyClass.Desk, FirstEpoch);
        if (letter.Identity is not null)
            keys.Make(KeyClass.Identity, FirstEpoch);
        return keys;
    }

    private async Task<AppealFacts> AddAsync(
        IshenimDb db, School school, NewLetter letter, AppealKeys keys, FreshReceipt receipt)
    {
        // Chosen anew under the lock: keys and roles may have changed while the code and the files were made ready.
        await db.LockSchoolAsync();
        var choice = ReaderRule.Choose(await db.RosterAsync(), letter.About, []);
        var clock = school.Clock(time);
        var facts = await NumberAsync(db, school, letter, choice.Restricted, clock.Today);
        var appearsAt = school.AppearsAt(clock, letter.Urgent);
        var appeal = Row(school, letter, choice, facts, appearsAt);
        appeal.Sealed = keys.SealFacts(appeal, new SealedFacts
        {
            About = letter.About, Excluded = [.. choice.Excluded], Language = letter.Language, Restricted = choice.Restricted ? facts : null,
        });
        db.Add(appeal);
        AddParts(db, appeal, letter, keys, clock.Today);
        AddGrants(db, appeal, choice, keys, receipt);
        db.AddNotices(school, choice.Readers, letter.Urgent ? Notice.UrgentLetter : Notice.NewLetter, appearsAt, choice.Restricted);
        await db.JournalArrivalAsync(clock.Today, JournalVerb.LetterArrived, appeal.Id);
        return facts;
    }

    private static async Task<AppealFacts> NumberAsync(IshenimDb db, School school, NewLetter letter, bool restricted, DateOnly today)
    {
        var place = await db.NextNumberAsync(RegisterNumber.SeriesOf(today.Year, restricted));
        var number = restricted ? RegisterNumber.OfRestricted(today.Year, place) : RegisterNumber.Common(today.Year, place);
        var calendar = school.Calendar();
        var registered = calendar.RegistrationDay(today);
        return new AppealFacts
        {
            Number = number.ToString(), ReceivedOn = today, RegisteredOn = registered,
            DueOn = calendar.DueDay(registered, school.Settings.AnswerWorkingDays),
            Kind = letter.Kind, Subject = letter.Subject, Group = letter.Group, Channel = letter.Channel,
            Signed = letter.Identity is not null, Urgent = letter.Urgent, State = AppealState.Registered,
        };
    }

    private static Appeal Row(School school, NewLetter letter, ReaderChoice choice, AppealFacts facts, DateTime appearsAt) => new()
    {
        School = school.Id, Id = letter.Draft.Id, Restricted = choice.Restricted, AppearsAt = appearsAt, Epoch = FirstEpoch, Sealed = [],
        RegisterPlace = choice.Restricted ? null : RegisterNumber.Parse(facts.Number).RegisterPlace,
        Facts = choice.Restricted ? null : facts,
        LastPart = letter.Identity is null ? 1 : 2,
    };

    private static void AddParts(IshenimDb db, Appeal appeal, NewLetter letter, AppealKeys keys, DateOnly today)
    {
        db.Add(keys.SealText(appeal, KeyClass.Letter, PartKind.Text, AuthorSide.Writer, 1, letter.Text, today, appeal.AppearsAt, null));
        if (letter.Identity is { } identity)
            db.Add(keys.SealIdentity(appeal, 2, identity, today, appeal.AppearsAt));
        for (var i = 0; i < letter.Files.Count; i++)
            db.Add(letter.Files[i].Row(appeal, KeyClass.Letter, AuthorSide.Writer, message: 1, place: i + 1));
    }

    private static void AddGrants(IshenimDb db, Appeal appeal, ReaderChoice choice, AppealKeys keys, FreshReceipt receipt)
    {
        db.Add(new WriterKey { School = appeal.School, Appeal = appeal.Id, Lookup = receipt.Lookup, PublicKey = receipt.PublicKey });
        db.AddRange(keys.GrantTo(appeal.School, appeal.Id, appeal.Id.Value, receipt.PublicKey, Granting.ToWriter));
        foreach (var reader in choice.Readers)
            db.AddRange(keys.GrantTo(appeal.School, appeal.Id, reader.Id.Value, reader.PublicKey!, Granting.ToReader));
    }
}
