namespace Ishenim.Documents.Forms;

public static class NoticeBoardForm
{
    public static Document Of(NoticeBoardPaper paper) => throw new NotSupportedException();
}
