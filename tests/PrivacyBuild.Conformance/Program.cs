using System;

Console.Error.WriteLine("usage: parse PATH… | refs PATH…");
return 2;
