using Ishenim.Core.Appeals.Consideration;
using Ishenim.Sealing;

namespace Ishenim.Core.Appeals.PassingOn;

internal static class PassedOnRows
{
    /// <summary>Each time a letter that is at hand was passed on, the oldest first, with what came back.</summary>
    public static IReadOnlyList<OpenPassedOn> PassedOn(this HeldAppeal held, IReadOnlyList<Part> parts)
    {
        var replies = held.OpenRecords<BodyReply>(parts, PartKind.BodyReply);
        return [.. parts.Where(part => part.Kind == PartKind.PassedOn).Select(part => new OpenPassedOn(
            part.Sequence,
            new OpenRecord<PassedOn>(part.Day, part.Author, held.Keys.OpenRecord<PassedOn>(part)),
            [.. replies.Where(reply => reply.Value.To == part.Sequence)]))];
    }
}
