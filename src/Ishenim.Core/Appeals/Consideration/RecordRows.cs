using System.Text.Json;
using Ishenim.Core.Mail;
using Ishenim.Sealing;

namespace Ishenim.Core.Appeals.Consideration;

/// <summary>Records of a letter's official life, sealed as its parts are.</summary>
internal static class RecordRows
{
    public static Task AddMeasureAsync(this HeldAppeal held, Measure measure) => held.AddAsync(KeyClass.Desk, PartKind.Measure, JsonSerializer.Serialize(measure));

    public static Task AddClosingAsync(this HeldAppeal held, ClosingRecord record) => held.AddAsync(KeyClass.Desk, PartKind.Closing, JsonSerializer.Serialize(record));

    /// <summary>The writer reads it with the code; a signed one who left an e-mail is told that there is news.</summary>
    public static async Task AddStepAsync(this HeldAppeal held, Step step)
    {
        await held.AddAsync(KeyClass.Reply, PartKind.Step, JsonSerializer.Serialize(step));
        await held.TellWriterAsync(Notice.WriterStep);
    }

    /// <summary>
    /// Outcomes of which the writer is told. Of an explained letter and of one joined to another the page says alike that
    /// consideration ended: told by its missing word alone, the second would say that others wrote.
    /// </summary>
    private static readonly IReadOnlyList<Outcome> Told =
    [
        Outcome.WellFounded, Outcome.Partly, Outcome.NotConfirmed, Outcome.ProposalTakenUp, Outcome.ProposalNotTakenUp,
        Outcome.NotOurCompetence, Outcome.WithoutConsideration,
    ];

    /// <summary>A day that the writer's page keeps; no mail of its own.</summary>
    public static Task AddDayAsync(this HeldAppeal held, StepKind kind) => held.AddDayAsync(new Step { Kind = kind, Reason = "" });

    /// <summary>The day on which consideration ended, and what the writer may know of it.</summary>
    public static Task AddEndAsync(this HeldAppeal held, ClosingRecord record) => held.AddDayAsync(new Step
    {
        Kind = StepKind.Closed, Reason = "", Outcome = Told.Contains(record.Outcome) ? record.Outcome : null, Without = record.Without,
    });

    private static Task<Part> AddDayAsync(this HeldAppeal held, Step step) => held.AddAsync(KeyClass.Reply, PartKind.Step, JsonSerializer.Serialize(step));

    public static List<OpenRecord<T>> OpenRecords<T>(this HeldAppeal held, IEnumerable<Part> parts, PartKind kind) =>
        [.. parts.Where(part => part.Kind == kind).Select(part => new OpenRecord<T>(part.Day, part.Author, held.Keys.OpenRecord<T>(part)))];

    public static T OpenRecord<T>(this AppealKeys keys, Part part) => JsonSerializer.Deserialize<T>(keys.OpenText(part))!;
}
