Page({
  data: {
    avatar: '',
  },

  useAvatar(event) {
    this.setData({ avatar: event.detail.avatarUrl });
  },
});
