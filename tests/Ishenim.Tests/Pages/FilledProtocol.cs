using Ishenim.Core.Commission;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages;

/// <summary>A commission, a meeting whose protocol is a draft, one of its items, and the scan of a paper.</summary>
internal sealed record FilledProtocol(ConvocationId Convocation, MeetingId Meeting, Guid Item, Guid Scan)
{
    public static async Task<FilledProtocol> FillAsync(TestSchool school)
    {
        var commission = await TestMeeting.ConveneAsync(school);
        var meeting = await commission.EndedAsync();
        await using var db = school.Database.Open(school.Id);
        var scan = new MeetingFile
        {
            School = school.Id, Id = Guid.NewGuid(), Meeting = meeting, AddedOn = school.Clock.Today, AddedBy = commission.Secretary.Id, Type = "application/pdf", Content = "%PDF-1.4"u8.ToArray(),
        };
        db.Add(scan);
        await db.SaveChangesAsync();
        return new FilledProtocol(commission.Convocation, meeting, await db.Set<AgendaItem>().Where(item => item.Kind == AgendaKind.Other).Select(item => item.Id).SingleAsync(), scan.Id);
    }
}
