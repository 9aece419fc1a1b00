const distance = (from, to) => Math.hypot(from.latitude - to.latitude, from.longitude - to.longitude);

function currentPosition() {
  return new Promise((resolve, reject) => {
    wx.getLocation({
      type: 'gcj02',
      success: resolve,
      fail: reject,
    });
  });
}

module.exports = { currentPosition, distance };
