const { currentPosition, distance } = require('../../utils/position');

const stations = [
  { name: '东门', latitude: 31.2304, longitude: 121.4737 },
  { name: '图书馆', latitude: 31.2352, longitude: 121.4801 },
];

Page({
  data: {
    stations,
  },

  async onShow() {
    const here = await currentPosition();
    const sorted = [...stations].sort((a, b) => distance(here, a) - distance(here, b));
    this.setData({ stations: sorted });
  },
});
