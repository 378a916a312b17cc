using Ishenim.Core.Commission;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages;

/// <summary>A commission that is being composed, a meeting of the one before it whose protocol is a draft, one of its items, and the scan of a paper.</summary>
internal sealed record FilledProtocol(ConvocationId Convocation, MeetingId Meeting, Guid Item, Guid Scan)
{
    public static async Task<FilledProtocol> FillAsync(TestSchool school)
    {
        var commission = await TestMeeting.ConveneAsync(school);
        var meeting = await commission.EndedAsync();
        await using var db = school.Database.Open(school.Id);
        var scan = new MeetingFile
        {
            School = school.Id, Id = Guid.NewGuid(), Meeting = meeting, AddedOn = school.Clock.Today, AddedBy = commission.Secretary.Id, Type = "application/pdf", Content = "%PDF-1.4"u8.ToArray(), Seals = [],
        };
        db.Add(scan);
        var draft = new Convocation
        {
            School = school.Id, Id = ConvocationId.New(), OrderNumber = "18", OrderOn = school.Clock.Today, SignedBy = "Болот Ойлонбаев", From = school.Clock.Today,
            Until = school.Clock.Today.AddYears(1), FirstMeetingOn = school.Clock.Today, TakenOver = false,
        };
        db.Add(draft);
        await db.SaveChangesAsync();
        return new FilledProtocol(draft.Id, meeting, await db.Set<AgendaItem>().Where(item => item.Kind == AgendaKind.Other).Select(item => item.Id).SingleAsync(), scan.Id);
    }
}
