using Ishenim.Core.Commission;
using Ishenim.Words;

namespace Ishenim.Pages.Desk.Commission.Convocations;

internal static class ConvocationWords
{
    public static string Of(this Say say, MemberGroup group) => say["convocation.group." + group switch
    {
        MemberGroup.Administration => "administration",
        MemberGroup.Teachers => "teachers",
        _ => "parents",
    }];

    public static string Of(this Say say, MemberLeaving leaving) => say[leaving == MemberLeaving.Excused ? "convocation.excused" : "convocation.replaced"];
}
