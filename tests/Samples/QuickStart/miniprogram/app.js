App({
  globalData: {
    borrower: null,
  },
});
