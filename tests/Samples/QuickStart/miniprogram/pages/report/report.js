Page({
  data: {
    photos: [],
  },

  addPhoto() {
    wx.chooseMedia({
      count: 3,
      mediaType: ['image'],
      success: ({ tempFiles }) => this.setData({ photos: tempFiles.map((file) => file.tempFilePath) }),
    });
  },
});
