using System.Text;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Retention;
using Ishenim.Core.Attachments;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Sealing;

namespace Ishenim.Core.Tests.Appeals.Retention;

/// <summary>The services of keeping and destroying over a test's school, and letters to try them on.</summary>
internal sealed class RetentionOf(TestSchool school) : IDisposable
{
    private readonly StretchQueue _queue = new(2, 100);

    public TestSchool School => school;

    public DeskOf Desk { get; } = new(school);

    public Holding Holding { get; } = new(new AppealDesk(school.Database.Gate));

    public RetentionDesk Shown { get; } = new(school.Database.Gate);

    public Destroying Destroying(IAttachmentStore? store = null) =>
        new(school.Database.Gate, new AccountChanges(school.Database.Gate, _queue, new SignInThrottle(school.Time), TestSchool.Quick, school.Time), store ?? school.Files);

    public Proof Proof(TestPerson person) => new(person.Passphrase, person.NextCode(school.Time));

    public Task<Guid> PlanAsync() => Destroying().PlanAsync(school.Responsible.Now(school), Proof(school.Responsible));

    public Task ApproveAsync(Guid plan, IAttachmentStore? store = null) => Destroying(store).ApproveAsync(school.Chair.Now(school), plan, Proof(school.Chair));

    public async Task<Guid> DestroyAsync()
    {
        var plan = await PlanAsync();
        await ApproveAsync(plan);
        return plan;
    }

    /// <summary>A letter with a file, answered and closed.</summary>
    public async Task<(AppealId Id, ReceiptCode Code)> ClosedAsync(string text = "Кат.", params About[] about)
    {
        var letter = TestSchool.Letter(text, about);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("мазмун"));
        var file = await school.Staged.StageAsync(content, "а.txt", letter.Draft.FileSeal(school.Id), CancellationToken.None);
        var receipt = await school.AcceptAsync(letter with { Files = [file] });
        await CloseAsync(letter.Draft.Id);
        return (letter.Draft.Id, receipt.Code);
    }

    public async Task CloseAsync(AppealId id)
    {
        var actor = (await Desk.Reading.ReadAsync(school.Director.Now(school), id) is null ? school.Chair : school.Director).Now(school);
        var letter = (await Desk.Reading.ReadAsync(actor, id))!;
        await Desk.Answering.AnswerAsync(actor, id, new NewAnswer { Text = "Жооп.", Version = letter.Version });
        await Desk.CloseAsync(actor, id, (await Desk.Reading.ReadAsync(actor, id))!.Version);
    }

    public Task HoldAsync(AppealId id) => Holding.SetAsync(school.Director.Now(school), id, new NewHold { Kind = HoldKind.Court, Ground = "Соттун № 7 каты", Reason = "Сот жүрүп жатат." });

    public void PassYears(int years) => school.Time.Now = school.Time.Now.AddYears(years);

    public async Task<string?> ContradictionAsync()
    {
        await using var db = school.Database.Open(school.Id);
        return (await Verifier.VerifyAsync(db, school.Files, CancellationToken.None)).Contradiction;
    }

    public void Dispose() => _queue.Dispose();
}
