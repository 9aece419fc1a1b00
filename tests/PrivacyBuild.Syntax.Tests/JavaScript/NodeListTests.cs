using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.Tests.JavaScript;

[TestClass]
public class NodeListTests
{
    [TestMethod]
    public void The_default_list_is_empty()
    {
        Assert.IsEmpty(default(NodeList<Node>));
    }

    [TestMethod]
    public void A_list_gives_its_items_in_order()
    {
        var a = new Identifier(0, 1, "a");
        var b = new Identifier(2, 3, "b");
        CollectionAssert.AreEqual(new[] { a, b }, new NodeList<Identifier>([a, b]).ToArray());
    }
}
